import { expect, test } from "vitest";
import orders from "@/messages/en/orders.json";
import { STEPS, STEPS_BEFORE } from "./schema";

test("R13, R15: before ordering come taking other methods off, not 1-Click, and the standard checkout, each with its reason", () => {
  expect(STEPS_BEFORE).toEqual(["other_methods_off", "not_one_click", "standard_checkout", "credit_shows"]);
  expect(STEPS.at(-1)).toBe("methods_back");
  expect(orders.steps.not_one_click).toMatchObject({
    name: expect.stringContaining("1-Click"),
    text: expect.stringContaining("may charge your bank card"),
  });
  expect(orders.steps.other_methods_off.text).toContain("Otherwise the card may be charged");
  expect(orders.steps.standard_checkout.name).toContain("standard checkout");
});
