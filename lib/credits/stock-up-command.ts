import type { Actor } from "@/lib/auth/actor";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { BLANK_ITEM } from "@/lib/lists/item";
import { keyAtEnd } from "@/lib/lists/sort-key";
import { insertItem, lockList } from "@/lib/lists/store";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { creditRows } from "./queries";
import { boughtAt } from "./stock-up-page";

export type StockUp = { readonly creditId: Id; readonly lineIds: readonly Id[] };

/** Puts what was picked on the store's running list, as it was bought the last time; opens that list where there is none (R16, R95). */
export function stockUpOn(actor: Actor, commandId: Id, { creditId, lineIds }: StockUp): Promise<Result<{ readonly listId: Id }>> {
  return runCommand(actor, { id: commandId, name: "credits.stock_up", roles: ["owner", "adult"] }, async (tx) => {
    const { householdId } = actor;
    if (lineIds.length === 0) throw new Refusal("credits.nothing_picked", { field: "items" });
    const [credit] = await creditRows(tx, actor, { id: creditId });
    if (!credit) throw new Refusal("not_found");
    // Held, so that of two at the same moment only one opens the list.
    await tx.$queryRaw`select id from store where household_id = ${householdId}::uuid and id = ${credit.storeId}::uuid for no key update`;
    const running = await tx.list.findFirst({ where: { householdId, storeId: credit.storeId, archivedAt: null }, select: { id: true } });
    const listId = running?.id ?? newId();
    if (!running) {
      await tx.list.create({ data: { householdId, id: listId, name: credit.storeName, storeId: credit.storeId } });
      await recordActivity(tx, actor, {
        action: "list.created",
        subjectType: "list",
        subjectId: listId,
        detail: { list: credit.storeName },
      });
    }
    const list = await lockList(tx, actor, listId);
    const picked = (await boughtAt(tx, actor, credit.storeId)).filter(({ lineId }) => lineIds.includes(lineId));
    const last = await tx.item.findFirst({ where: { householdId, listId }, orderBy: { sortKey: "desc" }, select: { sortKey: true } });
    let sortKey = last?.sortKey ?? null;
    for (const { name, category, quantityMilli, unit, unitPriceCents } of picked) {
      sortKey = keyAtEnd(sortKey);
      const id = newId();
      await insertItem(
        tx,
        actor,
        { id, listId, requesterId: actor.memberId, sortKey },
        {
          ...BLANK_ITEM,
          name,
          category,
          quantityMilli,
          unit,
          priceCents: unitPriceCents,
          offers: [{ storeId: credit.storeId, unitPriceCents }],
          forAll: true,
        },
      );
      await recordActivity(tx, actor, {
        action: "item.added",
        subjectType: "item",
        subjectId: id,
        detail: { item: name, list: list.name },
      });
    }
    return { listId };
  });
}
