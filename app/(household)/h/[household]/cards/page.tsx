import { CreditCard, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { Dock } from "@/app/_ui/dock";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { today as todayOf } from "@/lib/auth/actor";
import { mayKeepCards } from "@/lib/cards/card";
import { cardsPage, type CardRow } from "@/lib/cards/queries";
import { cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { cardWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cards"))("place") };
}

/** Gift cards that are still a code, what ends first first, and those that no longer are. */
export default async function CardsPage({ params }: PageProps<"/h/[household]/cards">) {
  const actor = await requireActor((await params).household);
  const { waiting, others } = (await cardsPage(actor)) ?? notFound();
  const balances = await getTranslations("balances");
  const words = await cardWords(actor.household.currency, todayOf(actor, systemClock));
  const { t, money } = words;
  const base = `/h/${actor.householdId}`;
  const keeps = mayKeepCards(actor);
  const sum = cents(waiting.reduce((total, { amountCents }) => total + amountCents, 0n));
  const rows = (cards: readonly CardRow[]) =>
    cards.map((card) => (
      <li key={card.id}>
        <RowLink href={`${base}/cards/${card.id}`} sign={<CreditCard />} title={words.title(card)}>
          {words.meta(card)}
        </RowLink>
      </li>
    ));
  const empty = waiting.length === 0 && others.length === 0;
  return (
    <>
      <BackLink href={`${base}/balances`}>{balances("place")}</BackLink>
      <PageHeader
        above={t("place")}
        title={waiting.length > 0 ? t("titleWaiting", { count: waiting.length, amount: money(sum) }) : t("titleNone")}
        below={t("intro")}
      />
      {empty ? (
        <EmptyState
          title={t("emptyTitle")}
          action={
            keeps ? (
              <LinkButton href={`${base}/cards/new`} variant="primary">
                {t("add")}
              </LinkButton>
            ) : null
          }
        >
          {t("empty")}
        </EmptyState>
      ) : null}
      {waiting.length > 0 ? (
        <Sheet flush dashed aria-labelledby="waiting">
          <SectionTitle id="waiting">{t("waiting")}</SectionTitle>
          <ul className="rules">{rows(waiting)}</ul>
        </Sheet>
      ) : null}
      {others.length > 0 ? (
        <Sheet flush aria-labelledby="others">
          <SectionTitle id="others">{t("others")}</SectionTitle>
          <ul className="rules">{rows(others)}</ul>
        </Sheet>
      ) : null}
      {keeps && !empty ? (
        <Dock>
          <LinkButton href={`${base}/cards/new`} variant="primary" wide icon={<Plus />}>
            {t("add")}
          </LinkButton>
        </Dock>
      ) : null}
    </>
  );
}
