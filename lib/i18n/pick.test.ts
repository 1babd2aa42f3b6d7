import { expect, test } from "vitest";
import { pickMessages } from "./pick";

const all = { common: { close: "Close" }, lists: { row: { tick: "Tick" }, title: "Lists" }, plans: { title: "Plans" } };

test("only the named branches are sent", () => {
  expect(pickMessages(all, ["common", "lists.row"])).toEqual({ common: { close: "Close" }, lists: { row: { tick: "Tick" } } });
});

test("a whole namespace wins over one of its branches, and unknown ones are left out", () => {
  expect(pickMessages(all, ["lists", "lists.row", "nothing.here"])).toEqual({ lists: all.lists });
});
