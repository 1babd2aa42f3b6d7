import { describe, expect, it } from "vitest";
import { parsePlanRequest, PlanRequestError } from "./contract";
import tiny from "./samples/tiny-1.json";

type Json = Record<string, unknown>;

function changed(path: (string | number)[], value: unknown): unknown {
  const copy = structuredClone(tiny) as unknown as Json;
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as Json;
  place[path.at(-1) ?? ""] = value;
  return copy;
}

function complaint(value: unknown): string {
  try {
    parsePlanRequest(value);
  } catch (error) {
    if (error instanceof PlanRequestError) return error.message;
    throw error;
  }
  return "";
}

describe("parsePlanRequest", () => {
  it("takes the samples as they are", () => {
    expect(parsePlanRequest(tiny)).toEqual(tiny);
  });

  it.each([
    [["surprise"], 1, 'request: unknown key "surprise"'],
    [["items", 0, "colour"], "red", 'items[0]: unknown key "colour"'],
    [["items", 2, "offers", 0, "unitPriceCents"], -1, "items[2].offers[0].unitPriceCents: "],
    [["items", 2, "offers", 0, "unitPriceCents"], 12.5, "items[2].offers[0].unitPriceCents: "],
    [["items", 2, "offers", 0, "store"], "m9", 'items[2].offers[0].store: unknown store "m9"'],
    [["items", 1, "id"], "i0", 'items[1].id: "i0" is there twice'],
    [["items", 1, "requester"], "nobody", 'items[1].requester: unknown member "nobody"'],
    [["items", 1, "priority"], 4, "items[1].priority: "],
    [["items", 1, "quantity"], 0, "items[1].quantity: "],
    [["items", 1, "neededBy"], "2026-02-30", "items[1].neededBy: expected a date, YYYY-MM-DD"],
    [["accounts", 0, "owner"], "u7", 'accounts[0].owner: unknown member "u7"'],
    [["accounts", 1, "id"], "a0", 'accounts[1].id: "a0" is there twice'],
    [["credits", 0, "account"], "a9", 'credits[0].account: unknown account "a9"'],
    [["credits", 0, "heldCents"], 999_999, "credits[0].heldCents: more is held than the amount"],
    [["members"], ["u0", "u1", "u0"], 'members[2]: "u0" is there twice'],
    [["lendingCapsCents"], { u5: 1 }, 'lendingCapsCents.u5: unknown member "u5"'],
    [["orderDates"], ["2026-11-23", "2026-11-22"], "orderDates[1]: 2026-11-22 doesn't come after 2026-11-23"],
    [["cashBudgetCents"], [{ from: "2026-11-25", cumulativeCents: 1 }], "cashBudgetCents[0].from: 2026-11-25 is no order date"],
    [["format"], "commonpurse.plan-request/2", "format: "],
    [["items"], undefined, "items: "],
  ])("refuses %j = %j in one line that names the field", (path, value, start) => {
    const line = complaint(changed(path, value));
    expect(line.startsWith(start), line).toBe(true);
    expect(line).not.toContain("\n");
  });

  it("takes empty lists", () => {
    const none = {
      format: "commonpurse.plan-request/1",
      today: "2026-11-22",
      horizonDays: 0,
      orderDates: [],
      members: [],
      stores: [],
      accounts: [],
      items: [],
      credits: [],
      lendingCapsCents: {},
      cashBudgetCents: [],
      current: null,
    };
    expect(complaint(none)).toBe("");
  });
});
