import { formatMoney } from "@/lib/i18n/money";
import type { StoreRow } from "@/lib/stores/queries";

type Translate = (key: "free" | "always" | "from", values?: Record<string, string>) => string;

/** The shipping rule in words. `t` speaks the namespace "stores.shipping". */
export function shippingText(
  store: Pick<StoreRow, "shippingFeeCents" | "freeShippingFromCents">,
  currency: string,
  locale: string,
  t: Translate,
): string {
  if (store.shippingFeeCents === 0n) return t("free");
  const fee = formatMoney(store.shippingFeeCents, currency, locale);
  if (store.freeShippingFromCents === null) return t("always", { fee });
  return t("from", { fee, from: formatMoney(store.freeShippingFromCents, currency, locale) });
}
