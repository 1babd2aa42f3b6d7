"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formatMoney } from "@/lib/i18n/money";
import { cents, parseMoney, type Cents } from "@/lib/kernel/cents";

type Sums = { readonly sum: Cents; readonly total: Cents; readonly credits: Cents };

/** Adds up what the form says now, or null while an amount can't be read. */
function sumsOf(form: HTMLFormElement, digits: number): Sums | null {
  let [sum, total, credits] = [0n, 0n, 0n];
  for (const [name, value] of new FormData(form)) {
    const lineId = name.startsWith("amount_") ? name.slice("amount_".length) : null;
    const bought = lineId === null || new FormData(form).get(`outcome_${lineId}`) === "bought";
    if (!(lineId !== null || name === "shipping" || name === "total" || name.startsWith("paid_")) || value === "" || !bought) continue;
    const parsed = parseMoney(String(value), digits);
    if (!parsed.ok) return null;
    if (name === "total") total += parsed.cents;
    else if (name.startsWith("paid_")) credits += parsed.cents;
    else sum += parsed.cents;
  }
  return { sum: cents(sum), total: cents(total), credits: cents(credits) };
}

/** Says, while typing, whether the parts come to the total and what is left for cash. The server decides. */
export function LiveSum({ currency, digits }: { readonly currency: string; readonly digits: number }) {
  const t = useTranslations("orders.record");
  const locale = useLocale();
  const place = useRef<HTMLParagraphElement>(null);
  const [sums, setSums] = useState<Sums | null>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const read = () => setSums(sumsOf(form, digits));
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [digits]);
  const money = (amount: bigint) => formatMoney(cents(amount), currency, locale);
  const says = (now: Sums) => {
    if (now.sum !== now.total) return t("liveOff", { sum: money(now.sum), total: money(now.total) });
    if (now.credits > now.total) return t("liveOver", { over: money(now.credits - now.total) });
    return t("live", { sum: money(now.sum), credits: money(now.credits), cash: money(now.total - now.credits) });
  };
  return (
    <p ref={place} className="text-sm text-ink-2" role="status">
      {sums ? says(sums) : null}
    </p>
  );
}
