import { Lock } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { CreditStamp } from "@/app/_ui/credit-stamp";
import { DayStrip } from "@/app/_ui/day-strip";
import { ExpiryLeaf } from "@/app/_ui/expiry-leaf";
import { Note } from "@/app/_ui/feedback";
import { Columns, PageHeader, Sheet, Stack } from "@/app/_ui/sheet";
import { isAdult, today as todayOf } from "@/lib/auth/actor";
import { isLost, orderBy } from "@/lib/credits/expiry";
import { creditPage } from "@/lib/credits/ledger-page";
import { pathPage } from "@/lib/credits/path-page";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { systemClock } from "@/lib/kernel/clock";
import type { Cents } from "@/lib/kernel/cents";
import { FromCardSheet, OwedSheet } from "../../../cards/credit-sheets";
import { FromSheet } from "./from-sheet";
import { LedgerSheet } from "./ledger-sheet";
import { RecoverySheet } from "./recovery-sheet";
import { LostSheet, SpendSheet, TellSheet } from "./tell-sheets";
import { UseSheet } from "./use-sheet";

type Props = PageProps<"/h/[household]/balances/credits/[credit]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { household, credit } = await params;
  const page = await creditPage(await requireActor(household), credit, null);
  if (!page) return {};
  const [t, origin] = await Promise.all([getTranslations("credits.page"), getTranslations("common.origin")]);
  return { title: t("title", { origin: origin(page.credit.origin), store: page.credit.storeName }) };
}

/** The number of the entry to page on from, as an address gives it. */
function beforeOf(asked: string | string[] | undefined): number | null {
  return typeof asked === "string" && /^[1-9]\d{0,8}$/u.test(asked) ? Number(asked) : null;
}

export default async function CreditPage({ params, searchParams }: Props) {
  const { household, credit: creditId } = await params;
  const actor = await requireActor(household);
  const before = beforeOf((await searchParams).before);
  const today = todayOf(actor, systemClock);
  const page = (await pathPage(actor, creditId, today, before)) ?? notFound();
  const { credit, holds, mayKeep } = page;
  const [t, balances, origin, locale] = await Promise.all([
    getTranslations("credits.page"),
    getTranslations("balances"),
    getTranslations("common.origin"),
    getLocale(),
  ]);
  const { currency } = actor.household;
  const money = (amount: Cents) => formatMoney(amount, currency, locale);
  const base = `/h/${actor.householdId}`;
  const lost = isLost(credit.expiresOn, today);
  const usable = mayKeep && !credit.closed;
  const held =
    credit.heldCents > 0n
      ? holds.length === 1 && holds[0]
        ? t("heldFor", { amount: money(credit.heldCents), plan: holds[0].planName })
        : t("heldAll", { amount: money(credit.heldCents) })
      : null;

  function expiryText(): string {
    if (credit.expiresOn === null) return t(credit.expiry === "never" ? "expiry.never" : "expiry.unknown");
    return t(lost ? "expiry.lost" : "expiry.date", { day: formatDay(credit.expiresOn, locale, today) });
  }

  return (
    <>
      <nav aria-label={t("crumbs")} className="-mb-4 text-sm text-ink-2">
        <Link href={`${base}/balances`}>{balances("place")}</Link> / {credit.holderName} /{" "}
        <Link href={`${base}/stores/${credit.storeId}`}>{credit.storeName}</Link>
      </nav>
      <PageHeader
        title={t("title", { origin: origin(credit.origin), store: credit.storeName })}
        below={
          <span className="flex items-center gap-2">
            <Avatar name={credit.holderName} colour={memberColour(credit.holderColour)} size="sm" />
            <span>
              {t(`holder.${credit.accountKind}`, { name: credit.holderName })}
              {credit.accountLabel ? ` (${credit.accountLabel})` : ""}. {expiryText()}
            </span>
          </span>
        }
        end={mayKeep ? <TextLink href={`${base}/balances/credits/${credit.id}/terms`}>{t("notes")}</TextLink> : null}
      />
      {credit.accountStatus === "suspended" ? <Note kind="problem">{t("suspended")}</Note> : null}
      {credit.closed ? <Note role="status">{t("closed")}</Note> : null}
      {mayKeep && !credit.closed && page.standing !== "read" ? (
        <Note>
          {t(`termsStanding.${page.standing}`)}{" "}
          <TextLink href={`${base}/balances/credits/${credit.id}/check#terms`}>{t("readTerms")}</TextLink>
        </Note>
      ) : null}
      <Columns>
        <Stack>
          <CreditStamp
            large
            origin={credit.origin}
            originText={t("free")}
            amountText={money(credit.freeCents)}
            leaf={credit.expiresOn ? <ExpiryLeaf expires={credit.expiresOn} today={today} /> : undefined}
            held={{ held: credit.heldCents, free: credit.freeCents }}
            lines={[
              credit.label,
              t("posted", { amount: money(credit.postedCents) }),
              held ? (
                <span key="held" className="inline-flex items-center gap-1.5">
                  <Lock />
                  {held}
                </span>
              ) : null,
            ].filter(Boolean)}
          />
          {credit.expiresOn && !lost && !credit.closed ? (
            <Sheet aria-label={t("expiry.date", { day: formatDay(credit.expiresOn, locale, today) })}>
              <DayStrip today={today} orderBy={orderBy(credit.expiresOn)} expires={credit.expiresOn} />
            </Sheet>
          ) : null}
          {usable && isAdult(actor) && !lost && credit.accountStatus === "active" && credit.freeCents > 0n ? (
            <>
              <LinkButton href={`${base}/plans/new`} variant="primary" wide>
                {t("plan")}
              </LinkButton>
              <LinkButton href={`${base}/balances/credits/${credit.id}/stock-up`} wide>
                {t("stockUp")}
              </LinkButton>
            </>
          ) : null}
          {usable && lost && credit.freeCents > 0n ? <LostSheet actor={actor} credit={credit} today={today} /> : null}
          <LedgerSheet actor={actor} page={page} before={before} />
        </Stack>
        <Stack>
          {usable && !lost && credit.freeCents > 0n ? <SpendSheet actor={actor} credit={credit} today={today} /> : null}
          <UseSheet actor={actor} page={page} today={today} withSteps />
          {mayKeep ? <TellSheet actor={actor} credit={credit} today={today} /> : null}
          <OwedSheet actor={actor} creditId={credit.id} />
          <FromSheet page={page} today={today} />
          <FromCardSheet actor={actor} creditId={credit.id} today={today} />
          {isAdult(actor) ? <RecoverySheet base={base} credit={credit.id} /> : null}
        </Stack>
      </Columns>
    </>
  );
}
