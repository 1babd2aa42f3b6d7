import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { backToSources, type SourceCents } from "./return";

const source = (creditId: string | null, amount: number): SourceCents => ({ creditId, cents: cents(amount) });
const total = (rows: readonly SourceCents[]) => rows.reduce((sum, row) => sum + row.cents, 0n);

describe("backToSources", () => {
  it("goes back in proportion to what each paid", () => {
    expect(backToSources(cents(100), [source("promo", 300), source("gift", 600), source(null, 100)], [])).toEqual([
      source("promo", 30),
      source("gift", 60),
      source(null, 10),
    ]);
  });

  it("counts what came back before, and ignores what went elsewhere", () => {
    expect(backToSources(cents(200), [source("promo", 300), source("gift", 200)], [source("promo", 300), source("new", 50)])).toEqual([
      source("gift", 200),
    ]);
  });

  it("in any steps never gives a source more than it paid, and all of it in the end", () => {
    const paidBy = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000));
    fc.assert(
      fc.property(paidBy, fc.array(fc.nat(100), { maxLength: 6 }), ([promo, gift, cash], steps) => {
        const paid = [source("promo", promo), source("gift", gift), source(null, cash)];
        let returned: SourceCents[] = [];
        for (const percent of [...steps, 100]) {
          const amount = cents(((total(paid) - total(returned)) * BigInt(percent)) / 100n);
          const back = amount === 0n ? [] : backToSources(amount, paid, returned);
          expect(total(back)).toBe(amount);
          returned = [...returned, ...back];
          for (const { creditId, cents: most } of paid)
            expect(total(returned.filter((row) => row.creditId === creditId)) <= most).toBe(true);
        }
        expect(total(returned)).toBe(total(paid));
      }),
    );
  });
});
