import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxesField } from "@/app/_forms/fields";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState, Note } from "@/app/_ui/feedback";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today as todayOf } from "@/lib/auth/actor";
import { orderBy } from "@/lib/credits/expiry";
import { stockUpPage } from "@/lib/credits/stock-up-page";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { add, ZERO, type Cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { stockUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("title") };
}

/** A balance nobody has a use for: what the household buys there anyway, as a plan to be picked from (R95). */
export default async function StockUpPage({ params }: PageProps<"/h/[household]/balances/credits/[credit]/stock-up">) {
  const { household, credit: creditId } = await params;
  const actor = await requireActor(household);
  const today = todayOf(actor, systemClock);
  const { credit, proposals } = (await stockUpPage(actor, creditId, today)) ?? notFound();
  const [t, policy, locale] = await Promise.all([getTranslations("stock"), getTranslations("policy"), getLocale()]);
  const money = (amount: Cents) => formatMoney(amount, actor.household.currency, locale);
  const picked = proposals.filter((one) => one.picked);
  const total = picked.reduce((sum, one) => add(sum, one.amountCents), ZERO);
  const base = `/h/${actor.householdId}`;
  const back = `${base}/balances/credits/${credit.id}`;
  return (
    <>
      <BackLink href={back}>{t("back")}</BackLink>
      <PageHeader
        title={t("heading", { amount: money(credit.freeCents), store: credit.storeName })}
        below={credit.expiresOn ? t("by", { day: formatDay(orderBy(credit.expiresOn), locale, today) }) : t("noEnd")}
      />
      {proposals.length === 0 ? (
        <EmptyState title={t("none")} action={<LinkButton href={`${back}/check#needs`}>{t("wanted")}</LinkButton>}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <Sheet>
          <p>{t("text", { total: money(total) })}</p>
          {credit.minimumOrderCents > total ? <Note>{t("minimum", { amount: money(credit.minimumOrderCents) })}</Note> : null}
          <ActionForm action={stockUp} hidden={{ household: actor.householdId, credit: credit.id }} label={t("title")}>
            <CheckboxesField
              name="items"
              label={t("items")}
              defaultValues={picked.map(({ lineId }) => lineId)}
              options={proposals.map((one) => ({
                value: one.lineId,
                label: t("item", { name: one.name, amount: money(one.amountCents) }),
                hint: [
                  one.dueOn
                    ? t("often", { times: one.times, due: formatDay(one.dueOn, locale, today) })
                    : t("once", { day: formatDay(one.lastOn, locale, today) }),
                  one.verdict.verdict === "VERIFY" ? policy(`reason.${one.verdict.rule}`, { credit: policy("this") }) : "",
                ].join(" "),
              }))}
            />
            <SubmitButton>{t("submit")}</SubmitButton>
          </ActionForm>
        </Sheet>
      )}
    </>
  );
}
