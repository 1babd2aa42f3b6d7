import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { makePlan } from "../make";
import { planView } from "../queries";
import { CLOCK, PLANNING, type Example } from "./example";

export const actor = (of: Example, name: string): Actor => present(of.actors[name], name);
export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.values)}`);
  return result.value;
};
export const code = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.code);

export async function made(of: Example, by = "anna"): Promise<Id> {
  return value(
    await makePlan(actor(of, by), newId(), { listIds: [of.listId], orderDates: [], cashLimitCents: null, settlement: "even_up" }, PLANNING),
  ).planId;
}
export const view = async (of: Example, planId: Id, by = "anna") => present(await planView(actor(of, by), planId, CLOCK), "the plan");
export const seen = async (of: Example, planId: Id) => ({ planId, version: (await view(of, planId)).plan.version });
export const credit = (of: Example, id: Id) =>
  database().credit.findUniqueOrThrow({ where: { householdId_id: { householdId: of.householdId, id } } });
export const line = async (of: Example, planId: Id, item: Id) =>
  present(
    (await view(of, planId)).plan.draft.lines.find((one) => one.itemId === item),
    "the line",
  );
export const approving = async (of: Example, planId: Id, holder = "ben") => ({
  ...(await seen(of, planId)),
  holderId: present(of.members[holder], holder),
});

export async function paidFor(of: Example, planId: Id, item: Id): Promise<Record<string, bigint>> {
  const { plan } = await view(of, planId);
  const { id } = present(
    plan.draft.lines.find((one) => one.itemId === item),
    "the line",
  );
  const names = new Map([
    [of.promotionId, "promotion"],
    [of.giftCardId, "gift card"],
  ]);
  return Object.fromEntries(
    plan.draft.payments
      .filter((payment) => payment.lineId === id)
      .map((payment) => [names.get(payment.creditId ?? "") ?? payment.creditId ?? "cash", payment.cents]),
  );
}
