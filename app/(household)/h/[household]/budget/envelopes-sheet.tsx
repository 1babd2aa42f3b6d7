import { Clock, TriangleAlert } from "lucide-react";
import { ActionForm } from "@/app/_forms/action-form";
import { MoneyField, SelectField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { OriginSwatch, printClass } from "@/app/_ui/origin";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { EnvelopeMonth } from "@/lib/budget/budget";
import { BUDGET_CATEGORIES } from "@/lib/budget/category";
import type { BudgetPage } from "@/lib/budget/queries";
import { negate } from "@/lib/kernel/cents";
import { endEnvelope, setEnvelope } from "./actions";
import type { BudgetWords } from "./words";

type Props = { readonly actor: Actor; readonly page: BudgetPage; readonly words: BudgetWords };

/** What balances and cash have filled of it, and what is left blank. Decorative: the words stand below it. */
function Fill({ envelope }: { readonly envelope: EnvelopeMonth }) {
  const part = (amount: bigint) => ({ flex: `${amount > 0n ? amount : 0n} 1 0` });
  const { balanceCents, cashCents, leftCents } = envelope;
  return (
    <div className="coverage h-5!" aria-hidden="true">
      {balanceCents > 0n ? <i className={printClass("gift_card")} style={part(balanceCents)} /> : null}
      {cashCents > 0n ? <i className={printClass("cash")} style={part(cashCents)} /> : null}
      {leftCents > 0n ? <i style={part(leftCents)} /> : null}
    </div>
  );
}

function EnvelopeRow({ actor, page, words, envelope }: Props & { readonly envelope: EnvelopeMonth }) {
  const { t, money, category } = words;
  const name = category(envelope.category);
  return (
    <li className="grid gap-1.5 px-(--px) py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-[620]">{name}</h3>
        <span className="font-[620]">
          {envelope.state === "over"
            ? t("over", { amount: money(negate(envelope.leftCents)) })
            : t("left", { amount: money(envelope.leftCents) })}
        </span>
      </div>
      <Fill envelope={envelope} />
      <div className="flex flex-wrap justify-between gap-x-3 text-sm text-ink-2">
        <span>{t("spentOf", { spent: money(envelope.spentCents), limit: money(envelope.limitCents) })}</span>
        {envelope.balanceCents > 0n ? <span>{t("fromBalances", { amount: money(envelope.balanceCents) })}</span> : null}
        {envelope.state === "left" ? null : (
          <span className="inline-flex items-center gap-1.5 font-[650] text-exp-close">
            {envelope.state === "over" ? <TriangleAlert /> : <Clock />}
            {t(envelope.state === "over" ? "overText" : "ahead")}
          </span>
        )}
      </div>
      {page.mayKeep ? (
        <ActionForm
          action={endEnvelope}
          hidden={{ household: actor.householdId, envelope: envelope.id, month: page.month, ended: "yes" }}
          label={t("envelopes.endLabel", { category: name })}
          className="-my-2 -ml-3.5 justify-self-start"
          summary={false}
        >
          <SubmitButton variant="text" small>
            {t("envelopes.end")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </li>
  );
}

/** The envelopes with what is left of each, and the way to set one. */
export function EnvelopesSheet(props: Props) {
  const { actor, page, words } = props;
  const { t, money, category } = words;
  const { envelopes, loose } = page.budget;
  const { currency } = actor.household;
  return (
    <Sheet flush aria-labelledby="envelopes">
      <SectionTitle id="envelopes">{t("envelopes.title")}</SectionTitle>
      {envelopes.length > 0 ? (
        <p className="flex flex-wrap gap-x-4 px-(--px) pb-2 text-sm">
          <OriginSwatch origin="gift_card">{t("key.balances")}</OriginSwatch>
          <OriginSwatch origin="cash">{t("key.cash")}</OriginSwatch>
        </p>
      ) : (
        <p className="px-(--px) pb-3 text-ink-2">{t(page.mayKeep ? "envelopes.none" : "envelopes.noneYet")}</p>
      )}
      <ul className="rules">
        {envelopes.map((envelope) => (
          <EnvelopeRow key={envelope.id} {...props} envelope={envelope} />
        ))}
        {loose.map(({ category: of, spentCents, balanceCents }) => (
          <li key={of} className="grid gap-0.5 px-(--px) py-3">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span>{category(of)}</span>
              <span>{money(spentCents)}</span>
            </span>
            <span className="flex flex-wrap justify-between gap-x-3 text-sm text-ink-2">
              <span>{t("loose")}</span>
              {balanceCents > 0n ? <span>{t("fromBalances", { amount: money(balanceCents) })}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {page.mayKeep ? (
        <div className="px-(--px) pb-2">
          <Disclosure summary={t("envelopes.set")}>
            <ActionForm
              key={envelopes.map(({ id, limitCents }) => `${id} ${limitCents}`).join()}
              action={setEnvelope}
              hidden={{ household: actor.householdId }}
              label={t("envelopes.set")}
              doneText={t("envelopes.done")}
            >
              <SelectField
                name="category"
                label={t("field.category")}
                options={BUDGET_CATEGORIES.map((value) => ({ value, label: category(value) }))}
                defaultValue="grocery"
                required
              />
              <MoneyField name="limit" label={t("envelopes.limit")} hint={t("envelopes.limitHint")} currency={currency} required />
              <SubmitButton variant="quiet">{t("envelopes.submit")}</SubmitButton>
            </ActionForm>
          </Disclosure>
        </div>
      ) : null}
    </Sheet>
  );
}
