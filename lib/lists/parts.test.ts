import fc from "fast-check";
import { expect, test } from "vitest";
import { isEven, partsFor } from "./parts";

const ids = ["a", "b", "c", "d", "e"];
const someParts = fc.uniqueArray(fc.record({ memberId: fc.constantFrom(...ids), parts: fc.integer({ min: 1, max: 1000 }) }), {
  selector: (part) => part.memberId,
});

test("for all is everybody active, one part each", () => {
  expect(partsFor({ forAll: true, parts: [], requesterId: "a" }, ["a", "b"])).toEqual([
    { memberId: "a", parts: 1 },
    { memberId: "b", parts: 1 },
  ]);
});

test("nobody named is the requester", () => {
  expect(partsFor({ forAll: false, parts: [], requesterId: "b" }, ["a", "b"])).toEqual([{ memberId: "b", parts: 1 }]);
});

test("who left is left out; if that was all, it falls to the requester", () => {
  const parts = [
    { memberId: "b", parts: 2 },
    { memberId: "c", parts: 1 },
  ];
  expect(partsFor({ forAll: false, parts, requesterId: "a" }, ["a", "c"])).toEqual([{ memberId: "c", parts: 1 }]);
  expect(partsFor({ forAll: false, parts, requesterId: "a" }, ["a"])).toEqual([{ memberId: "a", parts: 1 }]);
});

test("always somebody, each once, with at least one part, in the order of the members", () => {
  fc.assert(
    fc.property(fc.boolean(), someParts, fc.constantFrom(...ids), fc.subarray(ids), (forAll, parts, requesterId, active) => {
      const result = partsFor({ forAll, parts, requesterId }, active);
      expect(result.length).toBeGreaterThan(0);
      expect(new Set(result.map((part) => part.memberId)).size).toBe(result.length);
      expect(result.every((part) => Number.isInteger(part.parts) && part.parts >= 1)).toBe(true);
      const order = result.map((part) => active.indexOf(part.memberId));
      expect(order).toEqual([...order].sort((x, y) => x - y));
    }),
  );
});

test("even parts are told from uneven ones", () => {
  expect(
    isEven([
      { memberId: "a", parts: 2 },
      { memberId: "b", parts: 2 },
    ]),
  ).toBe(true);
  expect(
    isEven([
      { memberId: "a", parts: 2 },
      { memberId: "b", parts: 1 },
    ]),
  ).toBe(false);
});
