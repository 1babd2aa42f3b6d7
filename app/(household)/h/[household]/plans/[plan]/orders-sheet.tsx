import { Package } from "lucide-react";
import { RowLink } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";
import type { PlanView } from "@/lib/plans/queries";
import type { PlanWords } from "./words";

/** The orders of an approved plan, each with its order day. */
export function OrdersSheet({ actor, view, words }: { readonly actor: Actor; readonly view: PlanView; readonly words: PlanWords }) {
  const { t } = words;
  const { plan } = view;
  return (
    <Sheet flush aria-labelledby="orders">
      <SectionTitle id="orders">{t("orders.title", { count: plan.draft.orders.length })}</SectionTitle>
      <ul className="rules">
        {plan.draft.orders.map((order) => (
          <li key={order.id}>
            <RowLink
              href={`/h/${actor.householdId}/plans/${plan.id}/orders/${order.id}`}
              sign={<Package />}
              title={t("title.order", { account: words.account(order.accountId), day: words.day(order.on) })}
            >
              {t(`orders.${plan.orderStatus.get(order.id) ?? "planned"}`)}
            </RowLink>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
