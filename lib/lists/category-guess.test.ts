import fc from "fast-check";
import { expect, test } from "vitest";
import { CATEGORIES } from "@/lib/stores/category";
import { guessCategory } from "./category-guess";

test.each([
  ["Rice", "grocery"],
  ["potatoes", "grocery"],
  ["Strawberries", "grocery"],
  ["Dishwasher tabs", "household"],
  ["Dog food", "pet"],
  ["Crème brûlée ice-cream", "grocery"],
  ["“The Tidewalkers” book", "books"],
  ["Printer paper", "office"],
  ["Steam gift card", "gift_card"],
  ["Soap", "beauty"],
  ["Dish soap", "household"],
  ["Wool socks", "clothing"],
  ["Frobnicator", "other"],
  ["", "other"],
  ["🍕", "other"],
])("%s is %s", (name, category) => {
  expect(guessCategory(name)).toBe(category);
});

test("any name gets a category there is", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => CATEGORIES.includes(guessCategory(name))));
});
