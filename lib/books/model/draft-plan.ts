import type { Actor } from "@/lib/auth/actor";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { runCommand } from "@/lib/outbox/command";
import type { Draft, DraftLine, DraftOrder } from "@/lib/plans/draft";
import { writeDraft } from "@/lib/plans/store";
import type { Deed, Name, PlannedLine } from "./command";

type Drafting = {
  readonly number: number;
  readonly actor: Actor;
  readonly deed: Extract<Deed, { do: "draft" }>;
  readonly today: Day;
  readonly people: readonly Id[];
  readonly accounts: readonly Id[];
  readonly listId: Id;
  readonly ids: Map<Name, Id>;
};

/** Writes a draft as planning leaves it once it has thought, and puts its items on the list where they aren't yet. */
export async function writeDraftPlan(drafting: Drafting): Promise<Result<null>> {
  const { number, actor, deed, today, people, accounts, ids } = drafting;
  const { householdId } = actor;
  const planId = newId();
  ids.set(`p${number}`, planId);
  const payments: Draft["payments"][number][] = [];
  const lines: DraftLine[] = [];
  const orders = deed.orders.map((order, index): DraftOrder => {
    const id = newId();
    const name = `p${number}/${index}`;
    ids.set(name, id);
    const accountId = present(accounts[order.account], "the account");
    const pay = (lineId: Id | null, pays: PlannedLine["pays"]) => {
      for (const { credit, cents: paid } of pays)
        payments.push({
          orderId: id,
          lineId,
          creditId: credit === null ? null : present(ids.get(credit), "the credit"),
          cents: cents(paid),
        });
    };
    pay(null, order.shippingPays);
    for (const [at, line] of order.lines.entries()) {
      const lineId = newId();
      ids.set(`${name}/${at}`, lineId);
      lines.push(lineOf(drafting, line, lineId, { accountId, on: today }));
      pay(lineId, line.pays);
    }
    return { id, accountId, on: today, shippingCents: cents(order.shipping), cashPayerId: present(people[order.account], "the holder") };
  });
  return runCommand(actor, { id: newId(), name: "model.draft" }, async (tx) => {
    for (const line of lines) {
      if (await tx.item.count({ where: { householdId, id: line.itemId } })) continue;
      const { itemId: id, name, amountCents: priceCents, category, requesterId } = line;
      await tx.item.create({ data: { householdId, id, listId: drafting.listId, name, priceCents, category, requesterId, sortKey: id } });
      await tx.itemPart.createMany({ data: line.parts.map((part) => ({ householdId, itemId: id, ...part })) });
    }
    const { settlement } = deed;
    const about = { name: `Plan ${number}`, settlement, horizonDays: 14, request: {}, result: {}, createdById: actor.memberId };
    await tx.plan.create({ data: { householdId, id: planId, ...about } });
    await writeDraft(tx, actor, planId, { orders, lines, payments });
    return null;
  });
}

function lineOf({ actor, people, ids }: Drafting, { item, amount, parts }: PlannedLine, id: Id, place: DraftLine["place"]): DraftLine {
  const itemId = ids.get(item) ?? newId();
  ids.set(item, itemId);
  const amountCents = cents(amount);
  return {
    id,
    itemId,
    itemVersion: 1,
    name: item,
    category: "other",
    quantityMilli: 1000,
    unit: "",
    unitPriceCents: amountCents,
    goodsCents: amountCents,
    taxCents: cents(0),
    amountCents,
    requesterId: actor.memberId,
    parts: parts.map((person) => ({ memberId: present(people[person], "the person"), parts: 1 })),
    place,
    pinned: false,
    payWith: "auto",
    chosenCreditId: null,
    why: [],
  };
}
