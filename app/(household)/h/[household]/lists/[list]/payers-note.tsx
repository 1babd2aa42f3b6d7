"use client";

import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/app/_ui/verdict";
import type { ItemFields } from "@/lib/lists/item";
import type { Frame } from "./frame";

const MOST_SHOWN = 4;

/** Which balances may pay an item before it joins any plan, each with its verdict and the way to its reasons (R72). */
export function PayersNote({ frame, item }: { readonly frame: Frame; readonly item: Pick<ItemFields, "category" | "offers"> }) {
  const t = useTranslations("lists.form");
  const tOrigin = useTranslations("common.origin");
  const stores = item.offers.length > 0 ? item.offers.map(({ storeId }) => storeId) : frame.list.storeId ? [frame.list.storeId] : null;
  const payers = (frame.payers[item.category] ?? []).filter(({ storeId }) => stores === null || stores.includes(storeId));
  if (payers.length === 0) return null;
  return (
    <div>
      <p className="text-sm text-ink-2">{t("payers")}</p>
      <ul>
        {payers.slice(0, MOST_SHOWN).map(({ id, label, origin, holderName, verdict }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3">
            <a href={`/h/${frame.householdId}/balances/credits/${id}/check`} className="text-link">
              {t("payer", { credit: label || tOrigin(origin), name: holderName })}
            </a>
            <VerdictBadge verdict={verdict} />
          </li>
        ))}
      </ul>
    </div>
  );
}
