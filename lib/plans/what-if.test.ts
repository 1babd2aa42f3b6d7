import { describe, expect, test } from "vitest";
import { alternativesTo as exactAlternatives } from "@/lib/planner/what-if";
import { makePlan } from "@/lib/planner/plan";
import { cents, toNumber } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import { assembleDraft } from "./assemble";
import { changeDraft, type ChangeScope } from "./change";
import { totalsOf, type Draft } from "./draft";
import { buildRequest, HORIZON_DAYS } from "./request";
import { account, credit, ferreira, SATURDAY } from "./testing/worlds";
import { alternativesTo, changeFor, type Alternative } from "./what-if";
import type { World } from "./world";

/** The example, with an account of Anna's at the same store that has a small balance. */
function household(): World {
  const base = ferreira();
  return {
    ...base,
    accounts: new Map([...base.accounts, ["annas", account("annas", "amazon", "anna")]]),
    credits: new Map([...base.credits, ["annas card", credit("annas card", "annas", 1000, { expiresOn: addDays(SATURDAY, 200) })]]),
  };
}

const dates = [SATURDAY, addDays(SATURDAY, 2)];
let made = 0;
const scopeOf = (world: World): ChangeScope => ({
  world,
  orderDates: dates,
  horizonDays: HORIZON_DAYS,
  makeId: () => `new ${(made += 1)}`,
});

async function planned(world: World) {
  const asked = buildRequest(world, { orderDates: dates, horizonDays: HORIZON_DAYS, cashLimitCents: null });
  const result = await makePlan(asked.request);
  const draft = assembleDraft(world, asked, result, new Map(), HORIZON_DAYS, () => `id ${(made += 1)}`);
  return { request: asked.request, result, draft };
}

const lineOf = (draft: Draft, item: string) => draft.lines.find((line) => line.itemId === item)?.id ?? "";
const named = ({ what }: Alternative) =>
  what.kind === "move" ? `${what.place.accountId} ${what.place.on}` : what.kind === "credit" ? what.creditId : what.kind;

describe("what if", () => {
  test("R76: the rice by the other account, by the other balance, in cash, or not at all: each with what it comes to", async () => {
    const world = household();
    const { draft } = await planned(world);
    const rows = new Map(alternativesTo(scopeOf(world), draft, lineOf(draft, "rice")).map((row) => [named(row), row.effect]));
    expect([...rows.keys()]).toEqual(["bens 2026-11-16", "annas 2026-11-14", "annas 2026-11-16", "giftcard", "cash", "out"]);
    // Anna's $10 pay part of it and of her shipping; Ben's promotion is lost.
    expect(rows.get("annas 2026-11-14")).toEqual({ cash: 1124n, shipping: 699n, fromCredits: -425n, lost: 1425n });
    expect(rows.get("giftcard")).toEqual({ cash: 0n, shipping: 0n, fromCredits: 0n, lost: 1425n });
    expect(rows.get("cash")).toEqual({ cash: 1425n, shipping: 0n, fromCredits: -1425n, lost: 1425n });
    expect(rows.get("out")).toEqual({ cash: 0n, shipping: 0n, fromCredits: -1425n, lost: 1425n });
  });

  test("what is told is what doing it comes to", async () => {
    const world = household();
    const { draft } = await planned(world);
    const now = totalsOf(world, draft, HORIZON_DAYS);
    for (const line of draft.lines) {
      for (const { what, effect } of alternativesTo(scopeOf(world), draft, line.id)) {
        const done = changeDraft(scopeOf(world), draft, line.id, changeFor(what));
        if (!done.ok) throw new Error(done.failure.code);
        const then = totalsOf(world, done.value, HORIZON_DAYS);
        expect([then.cash - now.cash, then.fromCredits - now.fromCredits, then.lost - now.lost, then.shipping - now.shipping]).toEqual([
          effect.cash,
          effect.fromCredits,
          effect.lost,
          effect.shipping,
        ]);
      }
    }
  });

  test("other places and leaving it out cost to the cent what the planner's own re-solves say", async () => {
    const world = household();
    const { request, result, draft } = await planned(world);
    for (const line of draft.lines) {
      if (!line.place) continue;
      const exact = await exactAlternatives(request, result, { item: line.itemId, account: line.place.accountId, date: line.place.on });
      const rows = alternativesTo(scopeOf(world), draft, line.id);
      for (const one of exact) {
        const own = rows.find((row) => named(row) === (one.place ? `${one.place.account} ${one.place.date}` : "out"));
        expect(own && [toNumber(cents(own.effect.cash)), toNumber(cents(own.effect.shipping))]).toEqual([
          one.extraCashCents,
          one.extraShippingCents,
        ]);
      }
    }
  });
});
