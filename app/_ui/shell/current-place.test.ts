import { expect, test } from "vitest";
import { currentPlace } from "./current-place";

const places = ["/h/1", "/h/1/lists", "/h/1/plans"];

test("a page lies in the place with the longest matching address", () => {
  expect(currentPlace("/h/1/lists/7", places)).toBe("/h/1/lists");
  expect(currentPlace("/h/1", places)).toBe("/h/1");
  expect(currentPlace("/h/1/stores/2", places)).toBeUndefined();
});

test("names that merely begin alike are other places", () => {
  expect(currentPlace("/h/1/listsandmore", places)).toBeUndefined();
  expect(currentPlace("/elsewhere", places)).toBeUndefined();
});
