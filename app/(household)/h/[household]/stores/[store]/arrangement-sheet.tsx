import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, type Actor } from "@/lib/auth/actor";
import type { MemberRow } from "@/lib/households/queries";
import { formatDay } from "@/lib/i18n/days";
import { dayIn } from "@/lib/kernel/day";
import { ARRANGEMENT_STATUSES, type Arrangement } from "@/lib/stores/arrangement";
import { arrangements } from "@/lib/stores/arrangement-queries";
import type { AccountRow } from "@/lib/stores/queries";
import { arrange, endSharedPayment, sharePayment } from "./arrangement-actions";

type Props = { readonly actor: Actor; readonly accounts: readonly AccountRow[]; readonly members: readonly MemberRow[] };

/** The option card of the store's own household feature (R19, R20), and who shares which payment method (R22), for each account. */
export async function ArrangementSheet({ actor, accounts, members }: Props) {
  const [first] = accounts;
  if (!first) return null;
  const t = await getTranslations("arrangements");
  const noted = new Map((await arrangements(actor, first.storeId)).map((arrangement) => [arrangement.accountId, arrangement]));
  return (
    <Sheet aria-labelledby="arrangement">
      <SectionTitle id="arrangement">{t("title")}</SectionTitle>
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <ul className="rules">
        {accounts.map((account) => {
          const arrangement = noted.get(account.id);
          return arrangement ? (
            <li key={account.id} className="grid gap-1 py-3">
              <Arranged actor={actor} account={account} members={members} arrangement={arrangement} />
            </li>
          ) : null;
        })}
      </ul>
    </Sheet>
  );
}

async function Arranged({
  actor,
  account,
  members,
  arrangement,
}: Omit<Props, "accounts"> & { readonly account: AccountRow; readonly arrangement: Arrangement }) {
  const [t, locale] = await Promise.all([getTranslations("arrangements"), getLocale()]);
  const { memberName: name } = account;
  const hidden = { household: actor.householdId, account: account.id };
  const { status, note, consentedAt, consentedByName, shared } = arrangement;
  const keeps = isAdult(actor) && account.mayKeep;
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="row-name">{t("of", { name, kind: account.kind })}</span>
        <span className="font-[650]">{t(`status.${status}`)}</span>
      </p>
      {note ? <p className="text-sm [overflow-wrap:anywhere] text-ink-2">{note}</p> : null}
      {consentedAt ? (
        <p className="text-sm text-ink-2">
          {t("consented", { name: consentedByName, day: formatDay(dayIn(actor.household.timeZone, consentedAt), locale) })}
        </p>
      ) : null}
      {shared.map(({ id, memberName, method }) => (
        <div key={id} className="flex flex-wrap items-center justify-between gap-x-3">
          <span className="min-w-0 [overflow-wrap:anywhere]">{t("sharedRow", { name: memberName, method })}</span>
          {keeps ? (
            <ActionForm
              action={endSharedPayment}
              hidden={{ household: actor.householdId, shared: id }}
              label={t("endLabel", { name: memberName, method })}
              className="grid"
            >
              <SubmitButton variant="text" small>
                {t("end")}
              </SubmitButton>
            </ActionForm>
          ) : null}
        </div>
      ))}
      {shared.length === 0 ? <p className="text-sm text-ink-2">{t("sharedNone")}</p> : null}
      {keeps ? (
        <Disclosure summary={t("change", { name })}>
          <ActionForm
            action={arrange}
            hidden={hidden}
            label={t("change", { name })}
            doneText={t("saved")}
            summary={false}
            className="form-grid group/arrange"
          >
            <RadioField
              name="status"
              label={t("statusLabel")}
              options={ARRANGEMENT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
              defaultValue={status}
              required
            />
            {consentedAt ? null : (
              <div className="hidden gap-1 group-has-[input[value=set]:checked]/arrange:grid">
                <p className="font-[650]">{t("consent")}</p>
                <CheckboxField name="sharesPayments" label={t("sharesPayments")} />
                <CheckboxField name="hasTerms" label={t("hasTerms")} />
              </div>
            )}
            <TextField name="note" label={t("note")} defaultValue={note} maxLength={500} autoComplete="off" />
            <SubmitButton variant="quiet">{t("save")}</SubmitButton>
          </ActionForm>
          <ActionForm action={sharePayment} hidden={hidden} label={t("add")} doneText={t("saved")} summary={false}>
            <h3>{t("shared")}</h3>
            <SelectField
              name="member"
              label={t("member")}
              options={members.filter(({ id }) => id !== account.memberId).map((member) => ({ value: member.id, label: member.name }))}
              required
            />
            <TextField name="method" label={t("method")} hint={t("methodHint")} maxLength={80} autoComplete="off" required />
            <SubmitButton variant="quiet">{t("addSubmit")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  );
}
