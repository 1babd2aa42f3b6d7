import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_session/actor";
import { Button, LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/inputs";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { today as todayOf } from "@/lib/auth/actor";
import type { CreditRow } from "@/lib/credits/queries";
import { THINGS, type Thing } from "@/lib/gifts/gift";
import { newGiftPage } from "@/lib/gifts/queries";
import { systemClock } from "@/lib/kernel/clock";
import { VerdictRow } from "../../balances/credits/[credit]/verdict-row";
import { giftWords } from "../words";
import { GiftForm } from "./gift-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gifts"))("make") };
}

function thingOf(asked: string | string[] | undefined): Thing {
  return THINGS.find((thing) => thing === asked) ?? "store_gift_card";
}

/** Making a gift: first what and with which balance, and the policy's word on that; all else only where it isn't NO (R24). */
export default async function NewGiftPage({ params, searchParams }: PageProps<"/h/[household]/gifts/new">) {
  const actor = await requireActor((await params).household);
  const asked = await searchParams;
  const thing = thingOf(asked.thing);
  const today = todayOf(actor, systemClock);
  const creditId = typeof asked.credit === "string" ? asked.credit : undefined;
  const page = (await newGiftPage(actor, { creditId, thing, today })) ?? notFound();
  const [words, origin] = await Promise.all([giftWords(actor, today), getTranslations("common.origin")]);
  const { t, money } = words;
  const base = `/h/${actor.householdId}`;
  const { chosen, credits } = page;
  const creditName = (credit: CreditRow) =>
    t("new.creditName", {
      origin: origin(credit.origin),
      store: credit.storeName,
      name: credit.holderName,
      amount: money(credit.freeCents),
      label: credit.label || "none",
    });
  if (credits.length === 0) {
    return (
      <>
        <BackLink href={`${base}/gifts`}>{t("title")}</BackLink>
        <EmptyState
          title={t("new.noCredits")}
          action={
            <LinkButton href={`${base}/balances/credits/new`} variant="primary">
              {t("new.addCredit")}
            </LinkButton>
          }
        >
          {t("new.noCreditsText")}
        </EmptyState>
      </>
    );
  }
  const things = THINGS.map((value) => ({ value, label: t(`thing.${value}`) }));
  return (
    <>
      <BackLink href={`${base}/gifts`}>{t("title")}</BackLink>
      <PageHeader title={t("make")} />
      <Stack>
        <Sheet aria-labelledby="what">
          <SectionTitle id="what">{t("new.what")}</SectionTitle>
          <form action={`${base}/gifts/new`} className="grid gap-4" aria-label={t("new.what")}>
            <Field id="thing" label={t("new.thing")}>
              <Select id="thing" name="thing" options={things} defaultValue={thing} />
            </Field>
            <Field id="credit" label={t("new.credit")}>
              <Select
                id="credit"
                name="credit"
                options={credits.map((credit) => ({ value: credit.id, label: creditName(credit) }))}
                defaultValue={chosen?.credit.id ?? ""}
                placeholder={t("new.choose")}
                required
              />
            </Field>
            <Button type="submit" variant={chosen ? "quiet" : "primary"}>
              {t("new.ask")}
            </Button>
          </form>
        </Sheet>
        {chosen ? (
          <Sheet flush aria-labelledby="answer">
            <SectionTitle id="answer">{t("new.answer")}</SectionTitle>
            <ul className="rules">
              <VerdictRow title={t(`thing.${thing}`)} verdict={chosen.verdict} today={today} links={{ base, creditId: chosen.credit.id }} />
            </ul>
            {chosen.verdict.verdict === "NO" ? (
              <div className="grid gap-3 px-(--px) pb-4">
                <p>{t("new.no")}</p>
                <LinkButton href={`${base}/plans/new`} variant="primary" wide>
                  {t("new.planEligible")}
                </LinkButton>
              </div>
            ) : null}
          </Sheet>
        ) : null}
        {chosen && chosen.verdict.verdict !== "NO" ? (
          <GiftForm actor={actor} page={page} chosen={chosen} thing={thing} today={today} words={words} />
        ) : null}
      </Stack>
    </>
  );
}
