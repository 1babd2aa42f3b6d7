import { OriginSwatch } from "@/app/_ui/origin";
import { add, cents, negate, subtract, ZERO } from "@/lib/kernel/cents";
import type { OrderView } from "@/lib/orders/queries";
import { plannedTotal } from "./amounts";
import type { OrderWords } from "./words";

/** What the store should take from which balance, and what is left to pay: to compare with the review page. */
export function WhatPays({ view, words }: { readonly view: OrderView; readonly words: OrderWords }) {
  const { t, money } = words;
  const paying = view.credits.filter((credit) => credit.plannedCents > 0n);
  const left = subtract(plannedTotal(view.order), add(ZERO, ...paying.map((credit) => credit.plannedCents)));
  return (
    <dl className="rules my-1 rounded-s border border-rule bg-sheet">
      {paying.map((credit) => (
        <div key={credit.id} className="flex items-center justify-between gap-3 px-3 py-2.5">
          <dt className="min-w-0">
            <OriginSwatch origin={credit.origin}>{words.credit(credit.id)}</OriginSwatch>
          </dt>
          <dd className="money font-[650]">{money(cents(negate(credit.plannedCents)))}</dd>
        </div>
      ))}
      <div className="total-row flex items-center justify-between gap-3 px-3 py-2.5">
        <dt className="font-[650]">{left > 0n ? t("pays.leftBy", { payer: words.name(view.order.cashPayerId) }) : t("pays.left")}</dt>
        <dd className="money">
          <span className="total">{money(left)}</span>
        </dd>
      </div>
    </dl>
  );
}
