import { isAdult, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { plansKeptFrom } from "@/lib/households/surprise";
import { cents } from "@/lib/kernel/cents";
import { day, type Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import type { Category } from "@/lib/stores/category";
import { factsOf } from "./facts";
import { readKnowledge } from "./knowledge";
import { creditRows, type CreditRow } from "./queries";
import { stockUp, type Bought, type Proposal } from "./stock-up";

export type StockUpPage = { readonly credit: CreditRow; readonly proposals: readonly Proposal[] };

type BoughtRow = Omit<Bought, "unitPriceCents" | "amountCents" | "firstOn" | "lastOn" | "category"> & {
  readonly category: string;
  readonly unitPriceCents: bigint;
  readonly amountCents: bigint;
  readonly firstOn: string;
  readonly lastOn: string;
};

const MOST_SHOWN = 60;

/** What the household ordered at a store before, each thing once, without what is on a list already and without gifts. */
export async function boughtAt(tx: Tx, actor: Actor, storeId: Id): Promise<Bought[]> {
  const kept = await plansKeptFrom(tx, actor);
  const rows = await tx.$queryRaw<BoughtRow[]>`
    with bought as (
      select l.id, l.name, l.category, l.quantity_milli, l.unit, l.unit_price_cents, l.actual_amount_cents, o.ordered_on, lower(l.name) as key
      from plan_line l
      join plan_order o on o.household_id = l.household_id and o.id = l.order_id
      join store_account a on a.household_id = o.household_id and a.id = o.account_id
      join plan p on p.household_id = l.household_id and p.id = l.plan_id
      where l.household_id = ${actor.householdId}::uuid and a.store_id = ${storeId}::uuid and l.status = 'ordered'
        and o.status in ('ordered', 'closed') and p.kind = 'purchase' and l.plan_id <> all(${kept}::uuid[])
    )
    select distinct on (b.key) b.id::text as "lineId", b.name, b.category, b.quantity_milli as "quantityMilli", b.unit,
      b.unit_price_cents as "unitPriceCents", b.actual_amount_cents as "amountCents",
      count(*) over (partition by b.key)::int as times, min(b.ordered_on) over (partition by b.key)::text as "firstOn", b.ordered_on::text as "lastOn"
    from bought b
    where not exists (
      select 1 from item i where i.household_id = ${actor.householdId}::uuid and i.status = 'open' and lower(i.name) = b.key
    )
    order by b.key, b.ordered_on desc, b.id desc`;
  return rows.map((row) => ({
    ...row,
    category: row.category as Category,
    unitPriceCents: cents(row.unitPriceCents),
    amountCents: cents(row.amountCents),
    firstOn: day(row.firstOn),
    lastOn: day(row.lastOn),
  }));
}

/** What a credit could be used up on (R95); null when it isn't there for the actor, who plans only as an adult. */
export function stockUpPage(actor: Actor, creditId: string, today: Day): Promise<StockUpPage | null> {
  if (!isAdult(actor) || !isId(creditId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const [credit] = await creditRows(tx, actor, { id: creditId });
    if (!credit) return null;
    const known = (await readKnowledge(tx, actor.householdId, [creditId]))(creditId);
    const bought = await boughtAt(tx, actor, credit.storeId);
    return { credit, proposals: stockUp(bought, factsOf(credit, known), credit.freeCents, today).slice(0, MOST_SHOWN) };
  });
}
