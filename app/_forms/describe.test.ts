import { expect, test } from "vitest";
import { describeValues } from "./describe";

test("amounts and days in a failure's values are written out beside the raw ones", () => {
  expect(describeValues({ availableCents: "7815", currency: "USD", expiresDay: "2026-11-23", count: 2 }, "en")).toMatchObject({
    available: "$78.15",
    expires: "Mon 23 Nov",
    count: 2,
  });
});

test("an amount without its currency stays as it is", () => {
  expect(describeValues({ availableCents: 7815 }, "en")).toEqual({ availableCents: 7815 });
});
