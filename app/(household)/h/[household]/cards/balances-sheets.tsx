import { CreditCard, Users } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { RowLink } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";
import { waitingCards } from "@/lib/cards/queries";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import { intendedCredits } from "@/lib/settlements/intended";

/** Among the balances: the way to the cards that aren't balances yet. */
export async function CardsRow({ actor }: { readonly actor: Actor }) {
  const [t, locale, { count, cents }] = await Promise.all([getTranslations("cards.balances"), getLocale(), waitingCards(actor)]);
  return (
    <Sheet flush dashed aria-label={t("link")}>
      <RowLink href={`/h/${actor.householdId}/cards`} sign={<CreditCard />} title={t("link")}>
        {count > 0 ? t("waiting", { count, amount: formatMoney(cents, actor.household.currency, locale) }) : t("none")}
      </RowLink>
    </Sheet>
  );
}

/** Balances on one member's account that are meant for another, with what is still owed to them (R18). */
export async function OwedList({ actor }: { readonly actor: Actor }) {
  const [t, origin, locale, all] = await Promise.all([
    getTranslations("cards.owed"),
    getTranslations("common.origin"),
    getLocale(),
    intendedCredits(actor),
  ]);
  const owed = all.filter(({ owedCents }) => owedCents > 0n);
  if (owed.length === 0) return null;
  const money = (amount: Cents) => formatMoney(amount, actor.household.currency, locale);
  return (
    <Sheet flush aria-labelledby="meant-for">
      <SectionTitle id="meant-for">{t("listTitle")}</SectionTitle>
      <ul className="rules">
        {owed.map(({ creditId, origin: from, storeName, holderName, forName, owedCents }) => (
          <li key={creditId}>
            <RowLink
              href={`/h/${actor.householdId}/balances/credits/${creditId}`}
              sign={<Users />}
              title={t("row", { amount: money(owedCents), name: forName })}
            >
              {t("rowMeta", { origin: origin(from), store: storeName, holder: holderName })}
            </RowLink>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
