import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, SelectField } from "@/app/_forms/fields";
import { Messages } from "@/app/_i18n/messages";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today as todayOf } from "@/lib/auth/actor";
import { newCardPage } from "@/lib/cards/queries";
import { systemClock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/kernel/day";
import { addCard } from "../actions";
import { FactsFields } from "../facts-fields";
import { cardWords } from "../words";
import { CodeFields } from "./code-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cards"))("add") };
}

export default async function NewCardPage({ params }: PageProps<"/h/[household]/cards/new">) {
  const actor = await requireActor((await params).household);
  const choices = (await newCardPage(actor)) ?? notFound();
  const today = todayOf(actor, systemClock);
  const words = await cardWords(actor.household.currency, today);
  const { t } = words;
  const base = `/h/${actor.householdId}`;
  const { stores, members } = choices;
  return (
    <>
      <BackLink href={`${base}/cards`}>{t("place")}</BackLink>
      {stores.length === 0 ? (
        <EmptyState
          title={t("emptyTitle")}
          action={
            <LinkButton href={`${base}/stores`} variant="primary">
              {t("storeFirst")}
            </LinkButton>
          }
        >
          {t("emptyStore")}
        </EmptyState>
      ) : (
        <>
          <PageHeader title={t("new.title")} below={t("new.below")} />
          <ActionForm action={addCard} hidden={{ household: actor.householdId }} label={t("add")} className="grid gap-6">
            <Sheet aria-labelledby="what">
              <SectionTitle id="what">{t("new.what")}</SectionTitle>
              <div className="grid items-start gap-4 desk:grid-cols-2">
                <SelectField
                  name="store"
                  label={t("form.store")}
                  options={stores.map(({ id, name }) => ({ value: id, label: name }))}
                  defaultValue={stores[0]?.id}
                  required
                />
                <MoneyField name="amount" label={t("form.amount")} currency={actor.household.currency} required />
              </div>
              <Messages namespaces={["cards"]}>
                <CodeFields />
              </Messages>
              <SelectField
                name="holder"
                label={t("form.holder")}
                hint={t("form.holderHint")}
                options={members.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={actor.memberId}
                required
              />
            </Sheet>
            <Sheet aria-labelledby="more">
              <SectionTitle id="more">{t("new.more")}</SectionTitle>
              <FactsFields choices={choices} words={words} />
              <DateField name="remindOn" label={t("form.remindOn")} min={addDays(today, 1)} />
            </Sheet>
            <SubmitButton wide>{t("form.submit")}</SubmitButton>
          </ActionForm>
        </>
      )}
    </>
  );
}
