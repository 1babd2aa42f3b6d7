import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, SelectField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { PillLinks } from "@/app/_ui/pills";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { seesBalances, today as todayOf } from "@/lib/auth/actor";
import { ORIGINS } from "@/lib/credits/terms";
import { systemClock } from "@/lib/kernel/clock";
import { storesPage } from "@/lib/stores/queries";
import { recordCredit } from "../../actions";
import { placeChoices } from "../places";
import { TermsFields } from "../terms-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("balances"))("add") };
}

export default async function NewCreditPage({ params, searchParams }: PageProps<"/h/[household]/balances/credits/new">) {
  const actor = await requireActor((await params).household);
  if (!seesBalances(actor)) notFound();
  const [t, balances, kind, originName, { stores, accounts, members }, { account: asked, origin: from }] = await Promise.all([
    getTranslations("credits"),
    getTranslations("balances"),
    getTranslations("stores.account.kind"),
    getTranslations("common.origin"),
    storesPage(actor),
    searchParams,
  ]);
  const { currency } = actor.household;
  const base = `/h/${actor.householdId}`;
  const places = placeChoices(actor, stores, accounts, members);
  const options = places.map(({ value, store, memberName, account }) => ({
    value,
    label: account
      ? t("form.placeOption", { name: memberName, store: store.name, kind: [kind(account.kind), account.label].filter(Boolean).join(", ") })
      : t("form.placeNew", { name: memberName, store: store.name }),
  }));
  const look = stores.filter(({ archived, whereToLook, balanceUrl }) => !archived && (whereToLook !== "" || balanceUrl !== null));
  const chosen = places.find(({ value }) => value === asked)?.value;
  const origin = ORIGINS.find((name) => name === from);
  const today = todayOf(actor, systemClock);

  return (
    <>
      <BackLink href={`${base}/balances`}>{balances("place")}</BackLink>
      {places.length === 0 ? (
        <EmptyState
          title={t("new.noStoreTitle")}
          action={
            <LinkButton href={`${base}/stores`} variant="primary">
              {balances("empty.storeFirst")}
            </LinkButton>
          }
        >
          {t("new.noStore")}
        </EmptyState>
      ) : (
        <>
          <PageHeader title={t("new.title")} below={t("new.below")} />
          <PillLinks
            label={t("form.origin")}
            links={ORIGINS.map((name) => ({
              href: `${base}/balances/credits/new?origin=${name}${chosen ? `&account=${chosen}` : ""}`,
              label: originName(name),
              current: name === origin,
            }))}
          />
          <ActionForm
            key={origin}
            action={recordCredit}
            hidden={{ household: actor.householdId }}
            label={balances("add")}
            className="grid gap-6"
          >
            <Sheet aria-labelledby="where">
              <SectionTitle id="where">{t("section.where")}</SectionTitle>
              <SelectField
                name="place"
                label={t("form.place")}
                hint={t("form.placeHint")}
                placeholder={t("form.placeChoose")}
                options={options}
                defaultValue={chosen ?? (options.length === 1 ? options[0]?.value : undefined)}
                required
              />
              {look.length > 0 ? (
                <Disclosure summary={t("new.look")}>
                  <dl className="grid gap-3">
                    {look.map((store) => (
                      <div key={store.id}>
                        <dt className="font-[620]">{store.name}</dt>
                        <dd className="text-sm text-ink-2">
                          {store.whereToLook}
                          {store.balanceUrl ? (
                            <a href={store.balanceUrl} className="text-link" target="_blank" rel="noreferrer noopener">
                              {t("from.look")}
                              <ExternalLink />
                            </a>
                          ) : null}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </Disclosure>
              ) : null}
              <div className="grid items-start gap-4 desk:grid-cols-2">
                <MoneyField name="amount" label={t("form.amount")} currency={currency} required />
                <DateField name="seenOn" label={t("form.seenOn")} defaultValue={today} max={today} required />
              </div>
            </Sheet>
            <TermsFields currency={currency} members={members} origin={origin} />
            <SubmitButton>{t("new.submit")}</SubmitButton>
          </ActionForm>
        </>
      )}
    </>
  );
}
