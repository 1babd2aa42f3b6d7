import { ExternalLink } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_forms/action-form";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, type Actor } from "@/lib/auth/actor";
import type { StoreRow } from "@/lib/stores/queries";
import { archiveStore, editStore } from "../actions";
import { shippingText } from "../shipping-text";
import { StoreFields } from "../store-fields";

function Outside({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} className="text-link" target="_blank" rel="noreferrer noopener">
      {children}
      <ExternalLink />
    </a>
  );
}

/** What is known of the store: shipping, region, where to see a balance (R52), the official terms (R50). */
export async function FactsSheet({ actor, store }: { readonly actor: Actor; readonly store: StoreRow }) {
  const [t, shipping, locale] = await Promise.all([getTranslations("stores"), getTranslations("stores.shipping"), getLocale()]);
  const hidden = { household: actor.householdId, store: store.id };
  const facts = [
    { id: "shipping", label: t("facts.shipping"), text: shippingText(store, actor.household.currency, locale, shipping) },
    { id: "region", label: t("facts.region"), text: store.region },
    {
      id: "balances",
      label: t("facts.balanceFirst"),
      text: t(store.appliesBalanceFirst ? "facts.balanceFirstYes" : "facts.balanceFirstNo"),
    },
    { id: "look", label: t("facts.whereToLook"), text: store.whereToLook },
  ].filter(({ text }) => text !== "");
  return (
    <Sheet aria-labelledby="facts">
      <SectionTitle id="facts">{t("facts.title")}</SectionTitle>
      {store.preset === "amazon_us" ? <p className="text-sm text-ink-2">{t("facts.preset")}</p> : null}
      <dl className="grid gap-3">
        {facts.map(({ id, label, text }) => (
          <div key={id}>
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-x-5">
        {store.balanceUrl ? <Outside href={store.balanceUrl}>{t("facts.balancePage")}</Outside> : null}
        {store.termsUrl ? <Outside href={store.termsUrl}>{t("facts.termsLink")}</Outside> : null}
      </div>
      {isAdult(actor) ? (
        <Disclosure summary={t("facts.change")}>
          <ActionForm
            action={editStore}
            hidden={{ ...hidden, version: String(store.version) }}
            label={t("facts.change")}
            doneText={t("form.saved")}
          >
            <StoreFields currency={actor.household.currency} store={store} />
            <SubmitButton variant="quiet">{t("form.save")}</SubmitButton>
          </ActionForm>
          {store.archived ? null : (
            <ActionForm action={archiveStore} hidden={hidden} label={t("archive.button")} className="grid justify-items-start gap-1">
              <SubmitButton variant="danger" small>
                {t("archive.button")}
              </SubmitButton>
              <p className="text-sm text-ink-2">{t("archive.hint")}</p>
            </ActionForm>
          )}
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
