import { Messages } from "@/app/_i18n/messages";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, SelectField, TextField } from "@/app/_forms/fields";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { toDecimal, type Cents } from "@/lib/kernel/cents";
import { minorDigits } from "@/lib/kernel/currency";
import type { OrderView } from "@/lib/orders/queries";
import { amountField, OUTCOMES, outcomeField, paidField } from "@/lib/orders/schema";
import { recordOrder } from "./actions";
import { plannedTotal } from "./amounts";
import { LiveSum } from "./live-sum";
import type { OrderWords } from "./words";

type Props = { readonly actor: Actor; readonly view: OrderView; readonly words: OrderWords };

/** What was really ordered: number, day, every amount, and what really paid. Everything stands as planned until changed. */
export function RecordForm({ actor, view, words }: Props) {
  const { t } = words;
  const { order, people } = view;
  const { currency } = actor.household;
  const digits = minorDigits(currency);
  const typed = (amount: Cents) => toDecimal(amount, digits);
  const open = order.lines.filter((line) => line.status === "planned");
  const credits = view.credits.filter((credit) => credit.usableCents > 0n);
  const payers = [...people.values()].filter((person) => person.active || person.id === order.cashPayerId);
  return (
    <ActionForm action={recordOrder} hidden={{ household: actor.householdId, orderId: order.id }} label={t("record.label")}>
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <TextField name="orderNumber" label={t("record.number")} maxLength={120} autoComplete="off" required />
        <DateField name="orderedOn" label={t("record.day")} defaultValue={view.today} max={view.today} required />
      </div>
      <fieldset className="grid gap-3">
        <legend className="field-label mb-1.5">{t("record.lines")}</legend>
        {open.map((line) => (
          <div key={line.id} className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-end gap-3">
            <MoneyField
              name={amountField(line.id)}
              label={t("record.amount", { line: line.name })}
              currency={currency}
              defaultValue={typed(line.amountCents)}
              required
            />
            <SelectField
              name={outcomeField(line.id)}
              label={<span className="sr-only">{t("record.outcome", { line: line.name })}</span>}
              required
              defaultValue="bought"
              options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`record.${outcome}`) }))}
            />
          </div>
        ))}
      </fieldset>
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <MoneyField name="shipping" label={t("record.shipping")} currency={currency} defaultValue={typed(order.shippingCents)} required />
        <MoneyField name="total" label={t("record.total")} currency={currency} defaultValue={typed(plannedTotal(order))} required />
      </div>
      {credits.length > 0 ? (
        <fieldset className="grid gap-3">
          <legend className="field-label mb-1.5">
            {t("record.paid")} <span className="field-optional">{t("record.paidHint")}</span>
          </legend>
          {credits.map((credit) => (
            <MoneyField
              key={credit.id}
              name={paidField(credit.id)}
              label={words.credit(credit.id)}
              hint={t("record.usable", { amount: words.money(credit.usableCents) })}
              currency={currency}
              defaultValue={typed(credit.plannedCents)}
              required
            />
          ))}
        </fieldset>
      ) : null}
      <SelectField
        name="cashPayer"
        label={t("record.cashPayer")}
        defaultValue={order.cashPayerId}
        options={payers.map((person) => ({ value: person.id, label: person.name }))}
        required
      />
      <Messages namespaces={["orders.record"]}>
        <LiveSum currency={currency} digits={digits} />
      </Messages>
      <SubmitButton wide>{t("record.submit")}</SubmitButton>
    </ActionForm>
  );
}
