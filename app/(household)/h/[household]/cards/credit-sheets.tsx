import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "@/app/_ui/button";
import { SumLines } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";
import { cardOfCredit } from "@/lib/cards/queries";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { intendedCredits } from "@/lib/settlements/intended";
import { cardWords } from "./words";

type Props = { readonly actor: Actor; readonly creditId: Id };

/** On the page of a balance: the card it was, with what the redeem guard heard (R7, R9). */
export async function FromCardSheet({ actor, creditId, today }: Props & { readonly today: Day }) {
  const card = await cardOfCredit(actor, creditId);
  if (!card) return null;
  const { t, dayText } = await cardWords(actor.household.currency, today);
  return (
    <Sheet aria-labelledby="from-card">
      <SectionTitle id="from-card">{t("from.title")}</SectionTitle>
      <p>{t("from.redeemed", { day: card.redeemedOn ? dayText(card.redeemedOn) : "", tail: card.codeTail || "…" })}</p>
      {card.purpose ? <p>{t("page.purpose", { purpose: card.purpose })}</p> : null}
      {card.guardSkipped ? <p>{t("page.skipped", { reason: card.guardSkipped })}</p> : null}
      <TextLink href={`/h/${actor.householdId}/cards/${card.id}`} className="justify-self-start">
        {t("from.open")}
      </TextLink>
    </Sheet>
  );
}

/** On the page of a balance meant for another member: what they received of it, and what is still owed (R18). */
export async function OwedSheet({ actor, creditId }: Props) {
  const [intended] = await intendedCredits(actor, creditId);
  if (!intended) return null;
  const [t, locale] = await Promise.all([getTranslations("cards.owed"), getLocale()]);
  const money = (amount: Cents) => formatMoney(amount, actor.household.currency, locale);
  const { forName: name, holderName: holder, meantCents, receivedCents, owedCents } = intended;
  return (
    <Sheet aria-labelledby="meant">
      <SectionTitle id="meant">{t("title", { name })}</SectionTitle>
      <p>{owedCents > 0n ? t("owed", { amount: money(owedCents), name }) : t("none", { name })}</p>
      <SumLines
        lines={[
          { id: "meant", label: t("meant", { name }), amount: money(meantCents) },
          { id: "received", label: t("received"), amount: money(receivedCents) },
        ]}
        total={{ label: t("rest"), amount: money(owedCents) }}
      />
      <p className="text-sm text-ink-2">{t("rule", { name, holder })}</p>
    </Sheet>
  );
}
