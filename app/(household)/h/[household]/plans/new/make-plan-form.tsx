import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxesField, DateField, MoneyField, RadioField } from "@/app/_forms/fields";
import { Messages } from "@/app/_i18n/messages";
import { Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import type { PlanChoices } from "@/lib/plans/queries";
import { SETTLEMENTS } from "@/lib/plans/schema";
import { makePlan } from "../actions";
import { PlanningProgress } from "../planning-progress";

/** Which lists, when, with how much cash at most, and as what. */
export async function MakePlanForm({
  actor,
  choices,
  wanted,
  after,
}: {
  readonly actor: Actor;
  readonly choices: PlanChoices;
  readonly wanted: readonly string[];
  /** A cancelled plan to stay close to. */
  readonly after: string | undefined;
}) {
  const [t, locale] = await Promise.all([getTranslations("plans.make"), getLocale()]);
  const lists = choices.lists.filter((list) => list.open > 0);
  const chosen = lists.filter((list) => wanted.includes(list.id));
  return (
    <Sheet>
      <Messages namespaces={["plans.working"]}>
        <ActionForm action={makePlan} hidden={{ household: actor.householdId, ...(after ? { after } : {}) }} label={t("title")}>
          <CheckboxesField
            name="listIds"
            label={t("lists")}
            options={lists.map((list) => ({
              value: list.id,
              label: list.name,
              hint: t("listHint", { count: list.open, store: list.storeName ?? "none" }),
            }))}
            defaultValues={(chosen.length > 0 ? chosen : lists).map((list) => list.id)}
          />
          <MoneyField name="cashLimit" label={t("cashLimit")} hint={t("cashLimitHint")} currency={actor.household.currency} />
          <RadioField
            name="settlement"
            label={t("settlement")}
            defaultValue={actor.household.settlement}
            required
            options={SETTLEMENTS.map((settlement) => ({
              value: settlement,
              label: t(`settlements.${settlement}`),
              hint: t(`settlements.${settlement}_hint`),
            }))}
          />
          <fieldset className="field grid gap-3">
            <legend className="field-label mb-1.5">{t("days")}</legend>
            <p className="field-hint">{t("daysHint", { today: formatDay(choices.today, locale) })}</p>
            <div className="grid gap-3 desk:grid-cols-3">
              {(["day1", "day2", "day3"] as const).map((name, index) => (
                <DateField key={name} name={name} label={t("day", { number: index + 1 })} min={choices.today} />
              ))}
            </div>
          </fieldset>
          <SubmitButton wide>{t("submit")}</SubmitButton>
          <PlanningProgress household={actor.householdId} />
        </ActionForm>
      </Messages>
    </Sheet>
  );
}
