import { describe, expect, test } from "vitest";
import { CARD_STATUSES, HAND_STATUSES, mayBecome, mayReveal } from "./card";

const holder = { id: "ben", signsIn: true, active: true, child: false };

describe("who may see a code", () => {
  const adult = (memberId: string) => ({ role: "adult" as const, memberId });
  test("is its holder, and no other adult while the holder can look", () => {
    expect(mayReveal(adult("ben"), holder)).toBe(true);
    expect(mayReveal(adult("anna"), holder)).toBe(false);
    expect(mayReveal({ role: "owner", memberId: "anna" }, holder)).toBe(false);
  });
  test("are the adults for a child, for somebody without sign-in, and for somebody who has gone", () => {
    for (const change of [{ signsIn: false }, { active: false }, { child: true }])
      expect(mayReveal(adult("anna"), { ...holder, ...change })).toBe(true);
  });
  test("is never a child, not even for a card of their own", () => {
    expect(mayReveal({ role: "child", memberId: "ben" }, { ...holder, child: true })).toBe(false);
  });
});

test("R5: nothing is said of a redeemed card by hand; what was given or reported may come back", () => {
  const possible = CARD_STATUSES.flatMap((from) => HAND_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} to ${to}`));
  expect(possible).toEqual(["unredeemed to given", "unredeemed to reported", "given to unredeemed", "reported to unredeemed"]);
});
