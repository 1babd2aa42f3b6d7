import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, SelectField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { MarginRow } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { BUDGET_CATEGORIES } from "@/lib/budget/category";
import type { BudgetPage } from "@/lib/budget/queries";
import { formatShortDay } from "@/lib/i18n/days";
import { addExpense, removeExpense } from "./actions";
import type { BudgetWords } from "./words";

/** What was typed in by hand, each with the way to take it away, and a form for more. */
export function ExpensesSheet({ actor, page, words }: { readonly actor: Actor; readonly page: BudgetPage; readonly words: BudgetWords }) {
  const { t, money, category, locale } = words;
  return (
    <Sheet flush aria-labelledby="expenses">
      <SectionTitle id="expenses">{t("expenses.title")}</SectionTitle>
      {page.expenses.length === 0 ? <p className="px-(--px) pb-3 text-ink-2">{t("expenses.none")}</p> : null}
      <ul className="rules">
        {page.expenses.map((expense) => (
          <li key={expense.id}>
            <MarginRow
              margin={<span className="text-sm">{formatShortDay(expense.spentOn, locale)}</span>}
              name={expense.name}
              meta={t("expenses.meta", { category: category(expense.category), who: expense.paidBy })}
              end={money(expense.cents)}
            />
            {page.mayKeep ? (
              <ActionForm
                action={removeExpense}
                hidden={{ household: actor.householdId, expense: expense.id, month: page.month, removed: "yes" }}
                label={t("expenses.removeLabel", { name: expense.name })}
                className="-mt-3 justify-self-start px-(--px)"
                summary={false}
              >
                <SubmitButton variant="text" small>
                  {t("expenses.remove")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
      {page.mayKeep ? (
        <div className="px-(--px) pb-2">
          <Disclosure summary={t("expenses.add")}>
            <ActionForm key={page.expenses.length} action={addExpense} hidden={{ household: actor.householdId }} label={t("expenses.add")}>
              <TextField name="name" label={t("expenses.name")} maxLength={120} autoComplete="off" required />
              <MoneyField name="amount" label={t("expenses.amount")} currency={actor.household.currency} required />
              <SelectField
                name="category"
                label={t("field.category")}
                options={BUDGET_CATEGORIES.map((value) => ({ value, label: category(value) }))}
                defaultValue="eating_out"
                required
              />
              <DateField name="spentOn" label={t("expenses.on")} max={page.today} defaultValue={page.today} required />
              <SelectField
                name="paidById"
                label={t("expenses.paidBy")}
                options={page.members.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={actor.memberId}
                required
              />
              <SubmitButton>{t("expenses.submit")}</SubmitButton>
            </ActionForm>
          </Disclosure>
        </div>
      ) : null}
    </Sheet>
  );
}
