import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, MAX_CENTS, ZERO, type Cents } from "@/lib/kernel/cents";
import { applyEntry, applyHold, ENTRY_KINDS, ENTRY_SIGN, freeCents, type Balance, type EntryKind } from "./entry";
import { bookProblem, runningBalances, type BookedEntry } from "./running";

const balance = (posted: bigint, held = 0n): Balance => ({ postedCents: cents(posted), heldCents: cents(held) });
const refused = (code: string) => ({ ok: false, failure: { code } });

const kinds = fc.constantFrom(...ENTRY_KINDS);
const amounts = fc.bigInt(-20_000n, 20_000n).map((value) => cents(value));
type Step = { readonly kind: EntryKind | "hold"; readonly amount: Cents };
const steps: fc.Arbitrary<Step> = fc.record({ kind: fc.oneof(kinds, fc.constant("hold" as const)), amount: amounts });

describe("applyEntry", () => {
  it("adds and takes", () => {
    expect(applyEntry(balance(500n), "top_up", cents(250))).toEqual({ ok: true, value: balance(750n) });
    expect(applyEntry(balance(500n), "spend", cents(-500))).toEqual({ ok: true, value: balance(0n) });
  });

  it("never touches what is held for a plan", () => {
    expect(applyEntry(balance(500n, 300n), "spend", cents(-200))).toMatchObject({ ok: true });
    expect(applyEntry(balance(500n, 300n), "spend", cents(-201))).toEqual(refused("credits.not_enough"));
    expect(applyEntry(balance(500n, 300n), "write_off", cents(-500))).toEqual(refused("credits.not_enough"));
  });

  it("refuses nothing, the wrong sign and too much", () => {
    expect(applyEntry(balance(500n), "correction", ZERO)).toEqual(refused("credits.no_change"));
    for (const kind of ENTRY_KINDS) {
      const sign = ENTRY_SIGN[kind];
      if (sign !== "either")
        expect(applyEntry(balance(500n), kind, cents(sign === "plus" ? -1 : 1))).toEqual(refused("credits.wrong_sign"));
    }
    expect(applyEntry(balance(MAX_CENTS), "top_up", cents(1))).toEqual(refused("credits.too_much"));
  });
});

describe("applyHold", () => {
  it("sets aside at most what is free", () => {
    expect(applyHold(balance(500n, 300n), cents(200))).toEqual({ ok: true, value: balance(500n, 500n) });
    expect(applyHold(balance(500n, 300n), cents(201))).toEqual(refused("credits.not_enough"));
    expect(applyHold(balance(500n), cents(-1))).toEqual(refused("credits.no_change"));
  });
});

describe("the books", () => {
  it("keep 0 <= held <= posted, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (tried) => {
        let now = balance(0n);
        for (const { kind, amount } of tried) {
          const answer = kind === "hold" ? applyHold(now, amount) : applyEntry(now, kind, amount);
          if (answer.ok) now = answer.value;
          expect(now.heldCents >= 0n && now.heldCents <= now.postedCents && freeCents(now) >= 0n).toBe(true);
        }
      }),
    );
  });

  it("add up: each running balance is the sum so far, and an accepted history has no problem", () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 50_000n),
        fc.array(fc.record({ kind: kinds.filter((kind) => kind !== "opening"), amount: amounts }), { maxLength: 40 }),
        (opening, tried) => {
          let now = balance(opening);
          const book: BookedEntry[] = [{ number: 1, kind: "opening", amountCents: cents(opening), postedAfterCents: cents(opening) }];
          for (const { kind, amount } of tried) {
            const answer = applyEntry(now, kind, amount);
            if (!answer.ok) continue;
            now = answer.value;
            book.push({ number: book.length + 1, kind, amountCents: amount, postedAfterCents: now.postedCents });
          }
          expect(runningBalances(book.map((entry) => entry.amountCents))).toEqual(book.map((entry) => entry.postedAfterCents));
          expect(bookProblem(book)).toBeNull();
        },
      ),
    );
  });

  it("name what is wrong", () => {
    const entry = (number: number, kind: EntryKind, amount: number, after: number): BookedEntry => ({
      number,
      kind,
      amountCents: cents(amount),
      postedAfterCents: cents(after),
    });
    const good = [entry(1, "opening", 500, 500), entry(2, "spend", -200, 300)];
    expect(bookProblem(good)).toBeNull();
    expect(bookProblem([entry(1, "opening", 500, 500), entry(3, "spend", -200, 300)])).toEqual({ number: 2, problem: "number" });
    expect(bookProblem([entry(1, "top_up", 500, 500)])).toEqual({ number: 1, problem: "opening" });
    expect(bookProblem([...good, entry(3, "spend", -301, -1)])).toEqual({ number: 3, problem: "amount" });
    expect(bookProblem([...good, entry(3, "spend", -1, 298)])).toEqual({ number: 3, problem: "sum" });
  });
});
