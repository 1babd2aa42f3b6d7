import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { MoneyField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { toDecimal } from "@/lib/kernel/cents";
import { minorDigits } from "@/lib/kernel/currency";
import type { OrderView } from "@/lib/orders/queries";
import { cancelLine, reportCredit } from "./actions";
import { livingLines } from "./amounts";
import type { OrderWords } from "./words";

type Props = { readonly actor: Actor; readonly view: OrderView; readonly words: OrderWords };

/** What to do when the checkout doesn't show what was expected: a price, a thing, a balance (R81, R100). */
export async function DifferentDisclosure({ actor, view, words }: Props) {
  const t = await getTranslations("orders.different");
  const place = { household: actor.householdId, orderId: view.order.id };
  const lines = livingLines(view.order);
  const paying = view.credits.filter((credit) => credit.plannedCents > 0n);
  const first = paying[0];
  return (
    <Disclosure summary={t("open")}>
      <p className="text-sm">{t("prices")}</p>
      <div className="grid gap-1">
        <p className="text-sm">{t("missing")}</p>
        {lines.map((line) => (
          <ActionForm
            key={line.id}
            action={cancelLine}
            hidden={{ ...place, lineId: line.id }}
            label={t("takeOut", { line: line.name })}
            className="justify-self-start"
            summary={false}
          >
            <SubmitButton variant="text" small>
              {t("takeOut", { line: line.name })}
            </SubmitButton>
          </ActionForm>
        ))}
      </div>
      {first ? (
        <ActionForm action={reportCredit} hidden={place} label={t("credit")} doneText={t("noted")} summary={false}>
          <p className="text-sm">{t("credit")}</p>
          <SelectField
            name="creditId"
            label={t("which")}
            options={paying.map((credit) => ({ value: credit.id, label: words.credit(credit.id) }))}
            defaultValue={first.id}
            required
          />
          <RadioField
            name="what"
            label={t("what")}
            required
            defaultValue="declined"
            options={[
              { value: "declined", label: t("declined"), hint: t("declinedHint") },
              { value: "removed", label: t("removed"), hint: t("removedHint") },
            ]}
          />
          <MoneyField
            name="removed"
            label={t("removedAmount")}
            currency={actor.household.currency}
            defaultValue={toDecimal(first.usableCents, minorDigits(actor.household.currency))}
          />
          <TextField name="note" label={t("note")} maxLength={500} autoComplete="off" />
          <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
        </ActionForm>
      ) : null}
    </Disclosure>
  );
}
