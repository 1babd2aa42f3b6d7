import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, TextField } from "@/app/_forms/fields";
import { memberColour } from "@/app/_ui/avatar";
import { Disclosure } from "@/app/_ui/disclosure";
import { OwedArrows } from "@/app/_ui/owed-arrows";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { formatMoney } from "@/lib/i18n/money";
import { toDecimal } from "@/lib/kernel/cents";
import { minorDigits } from "@/lib/kernel/currency";
import type { DebtsView } from "@/lib/settlements/queries";
import type { Debt } from "@/lib/settlements/simplify";
import { settleUp } from "../../settle/actions";

/** One debt as an arrow, with the form that says it was given back. */
export async function DebtRow({ actor, view, debt }: { readonly actor: Actor; readonly view: DebtsView; readonly debt: Debt }) {
  const [t, locale] = await Promise.all([getTranslations("settlements"), getLocale()]);
  const { currency } = actor.household;
  const person = (id: string) => {
    const { name = "", colour = 0 } = view.people.get(id) ?? {};
    return { name, colour: memberColour(colour) };
  };
  const [from, to] = [person(debt.fromId), person(debt.toId)];
  const names = { from: from.name, to: to.name };
  return (
    <div className="grid gap-1">
      <OwedArrows
        left={from}
        right={to}
        arrows={[
          {
            id: "owed",
            label: t("debt", names),
            amountText: formatMoney(debt.cents, currency, locale),
            cents: debt.cents,
            towards: "right",
          },
        ]}
      />
      {view.maySettle ? (
        <Disclosure
          summary={
            <>
              {t("evenUp.open")}
              <span className="sr-only">{t("evenUp.openFor", names)}</span>
            </>
          }
        >
          <p className="text-sm text-ink-2">{t("evenUp.text", names)}</p>
          <ActionForm
            action={settleUp}
            hidden={{ household: actor.householdId, fromId: debt.fromId, toId: debt.toId }}
            label={t("evenUp.openFor", names)}
            doneText={t("evenUp.done")}
            summary={false}
          >
            <div className="grid items-start gap-4 desk:grid-cols-2">
              <MoneyField
                name="amount"
                label={t("evenUp.amount")}
                currency={currency}
                defaultValue={toDecimal(debt.cents, minorDigits(currency))}
                required
              />
              <DateField name="occurredOn" label={t("evenUp.on")} defaultValue={view.today} max={view.today} required />
            </div>
            <TextField name="note" label={t("evenUp.note")} maxLength={500} autoComplete="off" />
            <SubmitButton variant="quiet">{t("evenUp.submit", names)}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </div>
  );
}
