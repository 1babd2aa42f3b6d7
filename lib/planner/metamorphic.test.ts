import { describe, expect, it } from "vitest";
import type { PlanRequest, PlanResult } from "./contract";
import { makePlan } from "./plan";
import { SPECIMEN_SIZES, specimen } from "./specimen";
import { tinyRequest } from "./tiny-requests";

/** Levels 1 to 3, which a change that changes nothing must leave alone. */
function ranking({ metrics }: PlanResult): number[] {
  return [metrics.unmet, metrics.costMilliCents, metrics.orders];
}

const REQUESTS: PlanRequest[] = [
  ...Array.from({ length: 60 }, (_, seed) => tinyRequest(5000 + seed)),
  ...[2, 4, 5, 14].map((seed) => specimen(SPECIMEN_SIZES.tiny, seed)),
];

async function expectSame(change: (request: PlanRequest) => PlanRequest, scale = 1): Promise<void> {
  for (const [index, request] of REQUESTS.entries()) {
    const [unmet, costMilli, orders] = ranking(await makePlan(request));
    expect(ranking(await makePlan(change(structuredClone(request)))), `request ${index}`).toEqual([
      unmet,
      (costMilli ?? 0) * scale,
      orders,
    ]);
  }
}

function timesTen<T>(value: T): T {
  if (Array.isArray(value)) return value.map(timesTen) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, key.endsWith("Cents") && typeof entry === "number" ? entry * 10 : timesTen(entry)]),
  ) as T;
}

describe("makePlan", { timeout: 120_000 }, () => {
  it("doesn't mind other names", async () => {
    const prefixed = (request: PlanRequest) =>
      JSON.parse(
        JSON.stringify(request).replaceAll(
          /"([uamic])(\d+)"/gu,
          (_, kind: string, number: string) => `"${kind.toUpperCase()} ${999 - Number(number)}"`,
        ),
      ) as PlanRequest;
    await expectSame(prefixed);
  });

  it("doesn't mind another order", async () => {
    await expectSame((request) => ({
      ...request,
      members: request.members.toReversed(),
      stores: request.stores.toReversed(),
      accounts: request.accounts.toReversed(),
      items: request.items.toReversed().map((item) => ({ ...item, offers: item.offers.toReversed() })),
      credits: request.credits.toReversed(),
    }));
  });

  it("plans ten times the money for ten times the cost", async () => {
    await expectSame(
      (request) => ({
        ...timesTen(request),
        lendingCapsCents: Object.fromEntries(Object.entries(request.lendingCapsCents).map(([member, cap]) => [member, cap * 10])),
      }),
      10,
    );
  });

  it("doesn't mind a credit that can pay nothing", async () => {
    await expectSame((request) => {
      const [account] = request.accounts;
      if (!account) return request;
      const useless: PlanRequest["credits"][number] = {
        id: "useless",
        account: account.id,
        origin: "other",
        amountCents: 5000,
        heldCents: 0,
        availableFrom: request.today,
        expiresOn: null,
        categories: ["nothing has this category"],
        excludedCategories: [],
        giftCards: "no",
        minimumOrderCents: 0,
        coversShipping: false,
      };
      return { ...request, credits: [useless, ...request.credits] };
    });
  });

  it("doesn't mind a credit in two halves", async () => {
    await expectSame((request) => ({
      ...request,
      credits: request.credits.flatMap((credit) => {
        if (credit.amountCents % 2 !== 0 || credit.heldCents % 2 !== 0) return [credit];
        const half = { ...credit, amountCents: credit.amountCents / 2, heldCents: credit.heldCents / 2 };
        return [
          { ...half, id: `${credit.id} first` },
          { ...half, id: `${credit.id} second` },
        ];
      }),
    }));
  });
});
