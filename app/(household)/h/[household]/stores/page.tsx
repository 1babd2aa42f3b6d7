import { Store } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, seesBalances } from "@/lib/auth/actor";
import { amazonPresetFor } from "@/lib/stores/preset";
import { storesPage, type StoreRow } from "@/lib/stores/queries";
import { addAmazon } from "./actions";
import { shippingText } from "./shipping-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stores"))("place") };
}

export default async function StoresPage({ params }: PageProps<"/h/[household]/stores">) {
  const actor = await requireActor((await params).household);
  const [t, shipping, shell, locale, { stores, accounts }] = await Promise.all([
    getTranslations("stores"),
    getTranslations("stores.shipping"),
    getTranslations("shell.places"),
    getLocale(),
    storesPage(actor),
  ]);
  const { currency } = actor.household;
  const home = `/h/${actor.householdId}`;
  const used = stores.filter(({ archived }) => !archived);
  const away = stores.filter(({ archived }) => archived);
  const offersAmazon = amazonPresetFor(currency) !== null && !used.some(({ preset }) => preset === "amazon_us");

  const row = (store: StoreRow) => {
    const holders = accounts.filter(({ storeId }) => storeId === store.id);
    const about = [shippingText(store, currency, locale, shipping), seesBalances(actor) ? t("accounts", { count: holders.length }) : null];
    return (
      <RowLink key={store.id} href={`${home}/stores/${store.id}`} sign={<Store />} title={store.name}>
        {about.filter((text) => text !== null).join(" · ")}
      </RowLink>
    );
  };
  const adding = isAdult(actor) ? (
    <div className="flex flex-wrap gap-3">
      {offersAmazon ? (
        <ActionForm action={addAmazon} hidden={{ household: actor.householdId }} label={t("addAmazon")} className="grid gap-1">
          <SubmitButton>{t("addAmazon")}</SubmitButton>
        </ActionForm>
      ) : null}
      <LinkButton href={`${home}/stores/new`} variant={offersAmazon ? "quiet" : "primary"}>
        {offersAmazon ? t("addOther") : t("add")}
      </LinkButton>
    </div>
  ) : null;

  return (
    <>
      {seesBalances(actor) ? <BackLink href={`${home}/balances`}>{shell("balances")}</BackLink> : null}
      <PageHeader title={t("heading", { count: used.length })} below={t("intro")} />
      {stores.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={adding}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <Sheet flush>
            <div className="rules">{used.map(row)}</div>
          </Sheet>
          {adding}
          {away.length > 0 ? (
            <Sheet flush aria-labelledby="away">
              <SectionTitle id="away">{t("archived")}</SectionTitle>
              <div className="rules">{away.map(row)}</div>
            </Sheet>
          ) : null}
        </>
      )}
    </>
  );
}
