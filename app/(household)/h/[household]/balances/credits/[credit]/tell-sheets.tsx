import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, TextField } from "@/app/_forms/fields";
import type { FormAction } from "@/app/_forms/state";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { CreditRow } from "@/lib/credits/queries";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import type { Day } from "@/lib/kernel/day";
import { checkBalance, removedByStore, spendAll, spendOutside, topUp, writeOff } from "../../actions";

type Props = { readonly actor: Actor; readonly credit: CreditRow; readonly today: Day };

/** Used at the store without a plan: part of it, or all of it in one tap (R4). */
export async function SpendSheet({ actor, credit, today }: Props) {
  const [t, tell, page, locale] = await Promise.all([
    getTranslations("credits.spend"),
    getTranslations("credits.tell"),
    getTranslations("credits.page"),
    getLocale(),
  ]);
  const { currency } = actor.household;
  const hidden = { household: actor.householdId, credit: credit.id };
  const all = t("all", { amount: formatMoney(credit.freeCents, currency, locale) });
  return (
    <Sheet aria-labelledby="spend">
      <SectionTitle id="spend">{t("title")}</SectionTitle>
      <p className="text-sm text-ink-2">{credit.storeAppliesBalanceFirst ? page("automatic") : t("hint")}</p>
      <ActionForm
        action={spendAll}
        hidden={{ ...hidden, seen: String(credit.freeCents) }}
        label={all}
        doneText={t("done")}
        className="grid"
      >
        <SubmitButton variant="quiet" wide>
          {all}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={spendOutside} hidden={hidden} label={t("title")} doneText={t("done")} summary={false}>
        <div className="grid grid-cols-2 items-start gap-4 desk:grid-cols-1">
          <MoneyField name="amount" label={t("amount")} currency={currency} required />
          <DateField name="occurredOn" label={tell("on")} defaultValue={today} max={today} required />
        </div>
        <TextField name="reason" label={t("reason")} maxLength={500} autoComplete="off" />
        <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}

const TELLS: readonly { readonly name: "check" | "top_up" | "removal"; readonly action: FormAction }[] = [
  { name: "check", action: checkBalance },
  { name: "top_up", action: topUp },
  { name: "removal", action: removedByStore },
];

/** What else can happen to a balance: looked up at the store (R84), added to, taken away (R100). */
export async function TellSheet({ actor, credit, today }: Props) {
  const [t, done] = await Promise.all([getTranslations("credits.tell"), getTranslations("credits.spend")]);
  const possible = TELLS.filter(({ name }) => name !== "removal" || credit.freeCents > 0n);
  return (
    <Sheet aria-labelledby="tell">
      <SectionTitle id="tell">{t("title")}</SectionTitle>
      <div>
        {possible.map(({ name, action }) => (
          <Disclosure key={name} summary={t(`${name}.summary`)}>
            <ActionForm
              action={action}
              hidden={{ household: actor.householdId, credit: credit.id }}
              label={t(`${name}.summary`)}
              doneText={done("done")}
              summary={false}
            >
              <p className="text-sm text-ink-2">{t(`${name}.hint`)}</p>
              <div className="grid grid-cols-2 items-start gap-4 desk:grid-cols-1">
                <MoneyField name="amount" label={t(`${name}.amount`)} currency={actor.household.currency} required />
                <DateField name="occurredOn" label={t("on")} defaultValue={today} max={today} required />
              </div>
              <TextField name="reason" label={t(`${name}.reason`)} maxLength={500} autoComplete="off" />
              <SubmitButton variant="quiet">{t(`${name}.submit`)}</SubmitButton>
            </ActionForm>
          </Disclosure>
        ))}
      </div>
    </Sheet>
  );
}

/** What ran out unused: written off, so that the loss is in the books (R78). */
export async function LostSheet({ actor, credit, today }: Props) {
  const [t, locale] = await Promise.all([getTranslations("credits.lost"), getLocale()]);
  return (
    <Sheet aria-labelledby="lost">
      <SectionTitle id="lost">{t("title")}</SectionTitle>
      <p>{t("text", { day: credit.expiresOn ? formatDay(credit.expiresOn, locale, today) : "" })}</p>
      <ActionForm
        action={writeOff}
        hidden={{ household: actor.householdId, credit: credit.id, seen: String(credit.freeCents) }}
        label={t("title")}
        summary={false}
      >
        <TextField name="reason" label={t("reason")} maxLength={500} autoComplete="off" />
        <SubmitButton>{t("submit", { amount: formatMoney(credit.freeCents, actor.household.currency, locale) })}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
