import fc from "fast-check";
import { expect, test } from "vitest";
import { freshKeys, keyAtEnd, keyBetween } from "./sort-key";

test("items added one after the other sort in that order, with short keys", () => {
  const keys: string[] = [];
  for (let count = 0; count < 2000; count += 1) keys.push(keyAtEnd(keys.at(-1) ?? null));
  expect([...keys].sort()).toEqual(keys);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(5);
});

test("any sequence of moves keeps the order that was asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (moves) => {
      let items = freshKeys(8).map((key, id) => ({ id, key }));
      for (const [from, to] of moves) {
        const rest = items.filter((_, index) => index !== from % items.length);
        const moved = items[from % items.length]!;
        const place = to % (rest.length + 1);
        const key = keyBetween(rest[place - 1]?.key ?? null, rest[place]?.key ?? null);
        expect(key).not.toBeNull();
        items = [...rest.slice(0, place), { id: moved.id, key: key! }, ...rest.slice(place)];
        expect([...items].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(items);
      }
    }),
  );
});

test("no room between equal keys, reversed keys, or in a gap used too often", () => {
  expect(keyBetween("a1", "a1")).toBeNull();
  expect(keyBetween("a2", "a1")).toBeNull();
  let upper: string | null = "a1";
  for (let step = 0; upper !== null && step < 5000; step += 1) upper = keyBetween("a0", upper);
  expect(upper).toBeNull();
});
