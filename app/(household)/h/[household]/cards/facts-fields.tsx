import { DateField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import type { CardChoices, CardRow } from "@/lib/cards/queries";
import { EXPIRIES } from "@/lib/credits/terms";
import type { CardWords } from "./words";

const ENDS = { date: "form.expiryDate", never: "form.expiryNever", unknown: "form.expiryUnknown" } as const;

/** What is known of a card besides its code: when it ends, for whom it is, what it was bought with. */
export function FactsFields({
  choices,
  words,
  card,
}: {
  readonly choices: CardChoices;
  readonly words: CardWords;
  readonly card?: CardRow;
}) {
  const { t } = words;
  return (
    <>
      <div className="group/ends grid gap-4">
        <RadioField
          name="expiry"
          label={t("form.expiry")}
          options={EXPIRIES.map((expiry) => ({ value: expiry, label: t(ENDS[expiry]) }))}
          defaultValue={card?.expiry}
          required
        />
        <div className="hidden group-has-[input[value=date]:checked]/ends:grid">
          <DateField name="expiresOn" label={t("form.expiresOn")} defaultValue={card?.expiresOn ?? undefined} />
        </div>
      </div>
      <TextField
        name="label"
        label={t("form.label")}
        hint={t("form.labelHint")}
        defaultValue={card?.label}
        maxLength={120}
        autoComplete="off"
      />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <SelectField
          name="forMember"
          label={t("form.forMember")}
          placeholder={t("form.nobody")}
          options={choices.members.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={card?.forMemberId ?? undefined}
        />
        <TextField name="forOutside" label={t("form.forOutside")} defaultValue={card?.forOutside} maxLength={80} autoComplete="off" />
      </div>
      {choices.credits.length > 0 ? (
        <SelectField
          name="boughtWith"
          label={t("form.boughtWith")}
          placeholder={t("form.boughtWithNone")}
          options={choices.credits.map((credit) => ({ value: credit.id, label: words.credit(credit) }))}
          defaultValue={card?.boughtWithId ?? undefined}
        />
      ) : null}
    </>
  );
}
