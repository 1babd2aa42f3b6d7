import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { splitByLargestRemainder } from "@/lib/kernel/split";
import { addUp, byPayer, mirrorShares, shippingParts, splitShares, type Part, type Payment, type Share } from "./split";

const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
const people = ["anna", "ben", "cleo", "dee"];
const paymentsOf = fc.uniqueArray(fc.record({ payerId: fc.constantFrom(...people), cents: amount.map(cents) }), {
  selector: (payment) => payment.payerId,
  minLength: 1,
});
const partsOf = fc.uniqueArray(fc.record({ memberId: fc.constantFrom(...people), parts: fc.bigInt({ min: 1n, max: 1000n }) }), {
  selector: (part) => part.memberId,
  minLength: 1,
});

const total = (rows: readonly { cents: bigint }[]) => rows.reduce((sum, row) => sum + row.cents, 0n);
const of = (shares: readonly Share[], side: "payerId" | "receiverId", who: string) => total(shares.filter((share) => share[side] === who));

describe("splitShares", () => {
  it("books a line paid by two to the three it was for", () => {
    const shares = splitShares(
      [
        { payerId: "ben", cents: cents(1000) },
        { payerId: "anna", cents: cents(49) },
      ],
      [
        { memberId: "anna", parts: 1n },
        { memberId: "ben", parts: 1n },
        { memberId: "cleo", parts: 1n },
      ],
    );
    expect(of(shares, "payerId", "ben")).toBe(1000n);
    expect([of(shares, "receiverId", "anna"), of(shares, "receiverId", "ben"), of(shares, "receiverId", "cleo")]).toEqual([
      350n,
      350n,
      349n,
    ]);
  });

  it("adds up exactly for every payer and every receiver", () => {
    fc.assert(
      fc.property(paymentsOf, partsOf, (payments: Payment[], parts: Part[]) => {
        const shares = splitShares(payments, parts);
        for (const payment of payments) expect(of(shares, "payerId", payment.payerId)).toBe(payment.cents);
        const whole = cents(total(payments));
        const wanted = splitByLargestRemainder(
          whole,
          parts.map((part) => part.parts),
        );
        for (const [index, part] of parts.entries()) expect(of(shares, "receiverId", part.memberId)).toBe(wanted[index]);
        expect(shares.every((share) => share.cents > 0n)).toBe(true);
      }),
    );
  });
});

describe("mirrorShares", () => {
  it("takes a whole line back cell by cell", () => {
    const booked = splitShares(
      [
        { payerId: "ben", cents: cents(1001) },
        { payerId: "anna", cents: cents(500) },
      ],
      [
        { memberId: "anna", parts: 2n },
        { memberId: "cleo", parts: 1n },
      ],
    );
    expect(addUp([...booked, ...mirrorShares(booked, byPayer(booked))])).toEqual([]);
  });

  it("in any steps, to those who paid: never below nothing, and nothing is left in the end", () => {
    fc.assert(
      fc.property(paymentsOf, partsOf, fc.array(fc.tuple(fc.nat(3), fc.nat(100)), { maxLength: 6 }), (payments, parts, steps) => {
        let left = splitShares(payments, parts);
        for (const [who, percent] of steps) {
          const payerId = people[who] ?? "anna";
          left = addUp([
            ...left,
            ...mirrorShares(left, [{ payerId, cents: cents((of(left, "payerId", payerId) * BigInt(percent)) / 100n) }]),
          ]);
          expect(left.every((share) => share.cents > 0n)).toBe(true);
        }
        expect(addUp([...left, ...mirrorShares(left, byPayer(left))])).toEqual([]);
      }),
    );
  });

  it("wherever the money lands: each receiver gets their part back, each payer what landed with them", () => {
    fc.assert(
      fc.property(paymentsOf, partsOf, fc.array(fc.tuple(fc.nat(3), fc.nat(100)), { maxLength: 6 }), (payments, parts, steps) => {
        let left = splitShares(payments, parts);
        const landed = new Map<string, bigint>();
        const refund = (payerId: string, part: bigint) => {
          const shares = mirrorShares(left, [{ payerId, cents: cents(part) }]);
          expect(total(shares)).toBe(-part);
          expect(of(shares, "payerId", payerId)).toBe(-part);
          landed.set(payerId, (landed.get(payerId) ?? 0n) + part);
          left = addUp([...left, ...shares]);
          for (const person of people) expect(of(left, "receiverId", person)).toBeGreaterThanOrEqual(0n);
        };
        for (const [who, percent] of steps) refund(people[who] ?? "anna", (total(left) * BigInt(percent)) / 100n);
        refund("ben", total(left));
        for (const person of people) {
          expect(of(left, "receiverId", person)).toBe(0n);
          const paid = payments.find((payment) => payment.payerId === person)?.cents ?? 0n;
          expect(of(left, "payerId", person)).toBe(paid - (landed.get(person) ?? 0n));
        }
      }),
    );
  });

  it("doesn't take back more than there is", () => {
    expect(() =>
      mirrorShares(splitShares([{ payerId: "ben", cents: cents(5) }], [{ memberId: "anna", parts: 1n }]), [
        { payerId: "ben", cents: cents(6) },
      ]),
    ).toThrow(/no more comes back/);
  });
});

describe("shippingParts", () => {
  it("follows what the things in the order cost each", () => {
    expect(shippingParts([{ payerId: "ben", receiverId: "anna", cents: cents(300) }], ["anna", "cleo"])).toEqual([
      { memberId: "anna", parts: 300n },
      { memberId: "cleo", parts: 0n },
    ]);
  });
  it("is even when they cost nothing", () => {
    expect(shippingParts([], ["anna", "cleo"])).toEqual([
      { memberId: "anna", parts: 1n },
      { memberId: "cleo", parts: 1n },
    ]);
  });
});
