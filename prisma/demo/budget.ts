import { addExpense, setEnvelope } from "@/lib/budget/commands";
import { cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { expectDone } from "./expect";
import type { DemoHousehold } from "./people";

/** Two envelopes, and an evening out that no order knows of. */
export async function demoBudget({ anna, ben }: DemoHousehold, today: Day): Promise<void> {
  await expectDone("setting an envelope", setEnvelope(anna, newId(), { category: "grocery", limitCents: cents(62_000) }));
  await expectDone("setting an envelope", setEnvelope(anna, newId(), { category: "eating_out", limitCents: cents(15_000) }));
  const evening = { name: "Pizza night", category: "eating_out" as const, cents: cents(4120), spentOn: today, paidById: ben.memberId };
  await expectDone("writing an expense down", addExpense(ben, newId(), evening, systemClock));
}
