import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import { sharedPaymentSchema } from "./arrangement";

test.each([
  ["the household Visa", true],
  ["Visa that ends in 1234, 11/27", true],
  ["4111 1111 1111 1111", false],
  ["4111-1111-1111-1111", false],
  ["Visa 41111111", false],
])("R22: a shared payment method is kept in words, never by its number: %s", (method, fine) => {
  expect(sharedPaymentSchema.safeParse({ member: newId(), method }).success).toBe(fine);
});
