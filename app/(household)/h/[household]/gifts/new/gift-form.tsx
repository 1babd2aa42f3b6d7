import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, DateField, MoneyField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { FORMATS, occasionsOf, type Thing } from "@/lib/gifts/gift";
import type { NewGiftPage } from "@/lib/gifts/queries";
import type { Day } from "@/lib/kernel/day";
import { makeGift } from "../actions";
import type { GiftWords } from "../words";

type Props = {
  readonly actor: Actor;
  readonly page: NewGiftPage;
  readonly chosen: NonNullable<NewGiftPage["chosen"]>;
  readonly thing: Thing;
  readonly today: Day;
  readonly words: GiftWords;
};

/** What is given, to whom and when, for a balance that may buy it (R25-R28). */
export function GiftForm({ actor, page, chosen, thing, today, words: { t, money } }: Props) {
  const { credit, verdict, amounts } = chosen;
  const wishes = page.people.filter(({ wish }) => wish !== "");
  const hidden = { household: actor.householdId, thing, credit: credit.id };
  return (
    <Sheet aria-labelledby="gift">
      <SectionTitle id="gift">{t("new.gift")}</SectionTitle>
      <ActionForm action={makeGift} hidden={hidden} label={t("new.gift")}>
        <SelectField
          name="recipient"
          label={t("new.recipient")}
          options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t("new.nobody")}
        />
        <TextField name="contactName" label={t("new.contactName")} hint={t("new.contactHint")} maxLength={80} autoComplete="off" />
        <TextField name="contactNote" label={t("new.contactNote")} hint={t("new.contactNoteHint")} maxLength={300} autoComplete="off" />
        {wishes.length > 0 ? (
          <div>
            <p className="text-sm text-ink-2">{t("new.wishes")}</p>
            <ul>
              {wishes.map(({ id, name, wish }) => (
                <li key={id} className="wrap-anywhere">
                  {t("new.wish", { name, wish })}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <TextField
          name="title"
          label={t("new.name")}
          hint={t("new.nameHint")}
          defaultValue={thing === "store_gift_card" ? t("new.cardName", { store: credit.storeName }) : undefined}
          maxLength={120}
          autoComplete="off"
          required
        />
        {amounts.length > 0 && thing !== "thing" ? (
          <RadioField
            name="denomination"
            label={t("new.amount")}
            hint={t("new.free", { amount: money(credit.freeCents) })}
            options={[
              ...amounts.map((amount) => ({ value: String(amount), label: money(amount) })),
              { value: "other", label: t("new.other") },
            ]}
            required
          />
        ) : null}
        <MoneyField
          name="amount"
          label={t(amounts.length > 0 && thing !== "thing" ? "new.otherAmount" : "new.amount")}
          currency={actor.household.currency}
          required={amounts.length === 0 || thing === "thing"}
        />
        <RadioField
          name="format"
          label={t("new.format")}
          options={FORMATS.map((value) => ({ value, label: t(`format.${value}`), hint: t(`format.${value}Hint`) }))}
          defaultValue={thing === "thing" ? "physical" : "digital"}
          required
        />
        <SelectField
          name="occasion"
          label={t("new.occasion")}
          options={occasionsOf(actor).map((value) => ({ value, label: t(`occasion.${value}`) }))}
          defaultValue={occasionsOf(actor)[0]}
          required
        />
        <DateField name="giftOn" label={t("new.giftOn")} min={today} required />
        <CheckboxField name="hidden" label={t("new.hidden")} hint={t("new.hiddenHint")} />
        {verdict.verdict === "VERIFY" ? <CheckboxField name="sure" label={t("new.sure")} /> : null}
        <SubmitButton>{t("new.submit")}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
