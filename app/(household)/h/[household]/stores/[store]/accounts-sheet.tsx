import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { SelectField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { TextLink } from "@/app/_ui/button";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { MemberRow } from "@/lib/households/queries";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import type { AccountRow, StoreRow } from "@/lib/stores/queries";
import { ACCOUNT_KINDS, ACCOUNT_STATUSES } from "@/lib/stores/schema";
import { addAccount, changeAccount } from "../actions";

/** Whose accounts there are at this store (R8), with what may be changed about them. */
export async function AccountsSheet({
  actor,
  store,
  accounts,
  members,
}: {
  readonly actor: Actor;
  readonly store: StoreRow;
  readonly accounts: readonly AccountRow[];
  readonly members: readonly MemberRow[];
}) {
  const t = await getTranslations("stores.account");
  const household = actor.householdId;
  const kinds = ACCOUNT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  const keeps = members.filter(({ id }) => mayKeepAccountsOf(actor, id));

  const row = (account: AccountRow) => (
    <li key={account.id} className="grid gap-1 py-3">
      <div className="flex items-center gap-3">
        <Avatar name={account.memberName} colour={memberColour(account.memberColour)} />
        <span className="min-w-0 flex-1">
          <span className="row-name block">{account.memberName}</span>
          <span className="block text-sm text-ink-2">
            {[t(`kind.${account.kind}`), account.label, account.status === "active" ? "" : t(`status.${account.status}`)]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {account.status === "suspended" ? <span className="block text-sm font-[650] text-exp-close">{t("suspendedNote")}</span> : null}
        </span>
        {account.mayKeep && account.status !== "closed" && !store.archived ? (
          <TextLink href={`/h/${household}/balances/credits/new?account=${account.id}`}>{t("record")}</TextLink>
        ) : null}
      </div>
      {account.mayKeep ? (
        <Disclosure summary={t("change", { name: account.memberName })}>
          <ActionForm
            action={changeAccount}
            hidden={{ household, account: account.id }}
            label={t("change", { name: account.memberName })}
            doneText={t("saved")}
            summary={false}
          >
            <SelectField name="kind" label={t("kindLabel")} options={kinds} defaultValue={account.kind} required />
            <TextField
              name="label"
              label={t("label")}
              hint={t("labelHint")}
              defaultValue={account.label}
              maxLength={80}
              autoComplete="off"
            />
            <SelectField
              name="status"
              label={t("statusLabel")}
              hint={t("statusHint")}
              options={ACCOUNT_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
              defaultValue={account.status}
              required
            />
            <SubmitButton variant="quiet">{t("save")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </li>
  );

  return (
    <Sheet aria-labelledby="accounts">
      <SectionTitle id="accounts">{t("title")}</SectionTitle>
      {accounts.length === 0 ? <p className="text-ink-2">{t("none")}</p> : <ul className="rules">{accounts.map(row)}</ul>}
      {keeps.length > 0 && !store.archived ? (
        <Disclosure summary={t("addTitle")}>
          <ActionForm
            action={addAccount}
            hidden={{ household, storeId: store.id }}
            label={t("addTitle")}
            doneText={t("saved")}
            summary={false}
          >
            <SelectField
              name="memberId"
              label={t("member")}
              options={keeps.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={actor.memberId}
              required
            />
            <SelectField name="kind" label={t("kindLabel")} options={kinds} defaultValue="personal" required />
            <TextField name="label" label={t("label")} hint={t("labelHint")} maxLength={80} autoComplete="off" />
            <p className="text-sm text-ink-2">{t("noPassword")}</p>
            <SubmitButton variant="quiet">{t("add")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
