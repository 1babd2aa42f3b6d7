import { expect, test } from "vitest";
import { BLANK_ITEM } from "./item";
import type { ListItem } from "./queries";
import { findTwins } from "./twins";

function item(id: string, name: string, unit = ""): ListItem {
  const status = { status: "open", statusById: null, statusAt: null } as const;
  return { ...BLANK_ITEM, ...status, id, name, unit, requesterId: "anna", sortKey: "a", version: 1, listVersion: 1, cameBack: false };
}

test("two of one name are offered as one, however they are written; of three the third stays for itself", () => {
  const found = findTwins([
    item("1", "Rice"),
    item("2", "milk"),
    item("3", "RÍCE "),
    item("4", "rice"),
    item("5", "Milk", "l"),
    item("6", "🍕"),
  ]);
  expect(found.map(({ first, second }) => [first.id, second.id])).toEqual([["1", "3"]]);
});
