import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { Note } from "@/app/_ui/feedback";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, seesBalances } from "@/lib/auth/actor";
import { storePage } from "@/lib/stores/queries";
import { restoreStore } from "../actions";
import { shippingText } from "../shipping-text";
import { AccountsSheet } from "./accounts-sheet";
import { ArrangementSheet } from "./arrangement-sheet";
import { FactsSheet } from "./facts-sheet";
import { TaxSheet } from "./tax-sheet";

export async function generateMetadata({ params }: PageProps<"/h/[household]/stores/[store]">): Promise<Metadata> {
  const { household, store } = await params;
  const page = await storePage(await requireActor(household), store);
  return { title: page?.store.name };
}

export default async function StorePage({ params }: PageProps<"/h/[household]/stores/[store]">) {
  const { household, store: storeId } = await params;
  const actor = await requireActor(household);
  const page = (await storePage(actor, storeId)) ?? notFound();
  const [t, shipping, locale] = await Promise.all([getTranslations("stores"), getTranslations("stores.shipping"), getLocale()]);
  const { store, accounts, rates, members } = page;
  const hidden = { household: actor.householdId, store: store.id };
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/stores`}>{t("place")}</BackLink>
      <PageHeader title={store.name} below={shippingText(store, actor.household.currency, locale, shipping)} />
      {store.archived ? (
        <Note role="status">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span>{t("archive.note")}</span>
            {isAdult(actor) ? (
              <ActionForm action={restoreStore} hidden={hidden} label={t("archive.restore")}>
                <SubmitButton variant="text" small>
                  {t("archive.restore")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </div>
        </Note>
      ) : null}
      <Columns>
        <Stack>
          {seesBalances(actor) ? <AccountsSheet actor={actor} store={store} accounts={accounts} members={members} /> : null}
          <TaxSheet actor={actor} store={store} rates={rates} />
        </Stack>
        <Stack>
          <FactsSheet actor={actor} store={store} />
          {store.archived ? null : <ArrangementSheet actor={actor} accounts={accounts} members={members} />}
        </Stack>
      </Columns>
    </>
  );
}
