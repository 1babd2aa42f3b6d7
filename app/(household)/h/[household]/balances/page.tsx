import { Plus, Store } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { CoverageBar } from "@/app/_ui/coverage";
import { Dock } from "@/app/_ui/dock";
import { EmptyState } from "@/app/_ui/feedback";
import { PillLinks } from "@/app/_ui/pills";
import { RowLink } from "@/app/_ui/rows";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { isAdult, today as todayOf } from "@/lib/auth/actor";
import { finding, splitByOrigin } from "@/lib/credits/overview";
import { balancesPage, type BalancesPage } from "@/lib/credits/queries";
import { formatDay, formatShortDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { systemClock } from "@/lib/kernel/clock";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import { CardsRow, OwedList } from "../cards/balances-sheets";
import { AnswersSheet } from "./answers-sheet";
import { DebtsSection } from "./_debts/debts-section";
import { CreditGroups } from "./credit-groups";
import { VIEWS, viewOf } from "./view";
import { YearSheet } from "./year-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("balances"))("place") };
}

/** The heading: what is most worth knowing, not the name of the place. */
async function heading(page: BalancesPage, today: Day, money: (amount: Cents) => string): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("balances.heading"), getLocale()]);
  const found = finding(page.credits, today);
  if (found.kind === "none") return t(page.closed.length > 0 ? "used" : "none");
  if (found.kind === "calm") return t("calm", { amount: money(splitByOrigin(page.credits, today).freeCents) });
  const { credit, days } = found;
  const values = { amount: money(credit.freeCents), store: credit.storeName };
  if (found.kind === "lost") return t("lost", { ...values, day: credit.expiresOn ? formatDay(credit.expiresOn, locale, today) : "" });
  return days === 0 ? t("today", values) : t("soon", { ...values, days });
}

export default async function BalancesPage({ params, searchParams }: PageProps<"/h/[household]/balances">) {
  const actor = await requireActor((await params).household);
  const today = todayOf(actor, systemClock);
  const page = (await balancesPage(actor, today)) ?? notFound();
  const [t, origin, locale, { view: asked }] = await Promise.all([
    getTranslations("balances"),
    getTranslations("common.origin"),
    getLocale(),
    searchParams,
  ]);
  const { currency } = actor.household;
  const money = (amount: Cents) => formatMoney(amount, currency, locale);
  const { freeCents, heldCents, split } = splitByOrigin(page.credits, today);
  const base = `/h/${actor.householdId}`;
  const view = viewOf(asked);
  const calm = finding(page.credits, today).kind === "calm";
  const summary =
    heldCents > 0n
      ? t("summaryHeld", { free: money(freeCents), held: money(heldCents) })
      : calm
        ? null
        : t("summary", { free: money(freeCents) });
  const addHref = page.stores === 0 && isAdult(actor) ? `${base}/stores` : `${base}/balances/credits/new`;

  return (
    <>
      <PageHeader
        above={t("place")}
        title={await heading(page, today, money)}
        below={
          <div className="flex flex-wrap items-center justify-between gap-x-5">
            <span>{page.credits.length > 0 ? summary : null}</span>
            {page.credits.length > 0 ? (
              <>
                <TextLink href={`${base}/balances/ask`}>{t("ask.title")}</TextLink>
                {isAdult(actor) ? <TextLink href={`${base}/plans/new`}>{t("ask.useUp")}</TextLink> : null}
              </>
            ) : null}
            <TextLink href={`${base}/stores`}>
              <Store />
              {t("stores")}
            </TextLink>
          </div>
        }
      />
      {page.credits.length === 0 && page.closed.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            <LinkButton href={addHref} variant="primary">
              {page.stores === 0 && isAdult(actor) ? t("empty.storeFirst") : t("add")}
            </LinkButton>
          }
        >
          {t("empty.text")}
        </EmptyState>
      ) : null}
      {split.length > 0 ? (
        <Sheet aria-label={t("split")}>
          <CoverageBar
            segments={split.map(({ origin: from, postedCents }) => ({
              id: from,
              origin: from,
              cents: postedCents,
              label: t("splitItem", { origin: origin(from), amount: money(postedCents) }),
            }))}
          />
          <p className="text-sm text-ink-2">{t("splitRule")}</p>
        </Sheet>
      ) : null}
      {page.credits.length > 0 ? (
        <>
          <PillLinks
            label={t("views.label")}
            links={VIEWS.map((name) => ({
              href: name === "person" ? `${base}/balances` : `${base}/balances?view=${name}`,
              label: t(`views.${name}`),
              current: name === view,
            }))}
          />
          <CreditGroups view={view} credits={page.credits} members={page.members} currency={currency} today={today} base={base} />
        </>
      ) : null}
      <Columns>
        <Stack>
          <OwedList actor={actor} />
          <DebtsSection actor={actor} />
        </Stack>
        <Stack>
          <CardsRow actor={actor} />
          <AnswersSheet base={base} />
          <YearSheet year={page.year} currency={currency} />
          {page.closed.length > 0 ? (
            <Sheet flush aria-labelledby="closed">
              <SectionTitle id="closed">{t("closed.title")}</SectionTitle>
              <div className="rules">
                {page.closed.map((credit) => (
                  <RowLink
                    key={credit.id}
                    href={`${base}/balances/credits/${credit.id}`}
                    title={t("closed.row", { origin: origin(credit.origin), store: credit.storeName })}
                  >
                    {t("closed.meta", { holder: credit.holderName, day: formatShortDay(credit.lastMovedOn, locale, today) })}
                  </RowLink>
                ))}
              </div>
            </Sheet>
          ) : null}
        </Stack>
      </Columns>
      {page.credits.length > 0 || page.closed.length > 0 ? (
        <Dock>
          <LinkButton href={addHref} variant="primary" wide icon={<Plus />}>
            {t("add")}
          </LinkButton>
        </Dock>
      ) : null}
    </>
  );
}
