import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { simplify, standingsOf, type Debt } from "./simplify";

const people = ["anna", "ben", "cleo", "dee", "eli"];
const person = fc.constantFrom(...people);
const debts = fc.array(
  fc.record({ fromId: person, toId: person, cents: fc.bigInt(-100_000n, 100_000n).map(cents) }).filter((debt) => debt.fromId !== debt.toId),
  { maxLength: 30 },
);
const debt = (fromId: string, toId: string, amount: number): Debt => ({ fromId, toId, cents: cents(amount) });

describe("standingsOf", () => {
  it("adds up to zero", () => {
    fc.assert(
      fc.property(debts, (owed) => {
        expect(standingsOf(owed).reduce((sum, standing) => sum + standing.cents, 0n)).toBe(0n);
      }),
    );
  });
});

describe("simplify", () => {
  it("lets those in the middle out", () => {
    expect(simplify(standingsOf([debt("anna", "ben", 1000), debt("ben", "cleo", 1000)]))).toEqual([debt("anna", "cleo", 1000)]);
  });

  it("says one thing about two people", () => {
    expect(simplify(standingsOf([debt("anna", "ben", 2500), debt("ben", "anna", 1246)]))).toEqual([debt("anna", "ben", 1254)]);
  });

  it("keeps what everybody is owed, in at most one payment less than there are people", () => {
    fc.assert(
      fc.property(debts, (owed) => {
        const before = standingsOf(owed);
        const payments = simplify(before);
        const after = new Map(standingsOf(payments).map((standing) => [standing.memberId, standing.cents]));
        for (const { memberId, cents: amount } of before) expect(after.get(memberId) ?? 0n).toBe(amount);
        const involved = before.filter((standing) => standing.cents !== 0n).length;
        expect(payments.length).toBeLessThanOrEqual(Math.max(0, involved - 1));
        expect(payments.every((payment) => payment.cents > 0n && payment.fromId !== payment.toId)).toBe(true);
      }),
    );
  });

  it("doesn't accept standings that don't add up", () => {
    expect(() => simplify([{ memberId: "anna", cents: cents(1) }])).toThrow(/adds up to zero/);
  });
});
