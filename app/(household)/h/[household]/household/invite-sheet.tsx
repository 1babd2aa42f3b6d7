import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { RadioField, TextField } from "@/app/_forms/fields";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { OpenInvite } from "@/lib/households/queries";
import { GIVEN_ROLES } from "@/lib/households/schema";
import { formatDay } from "@/lib/i18n/days";
import { dayIn } from "@/lib/kernel/day";
import { createInvite, revokeInvite } from "./actions";
import { CopyLink } from "./copy-link";

/** This app's own address as the browser sees it. */
async function origin(): Promise<string> {
  const all = await headers();
  return `${all.get("x-forwarded-proto") ?? "http"}://${all.get("x-forwarded-host") ?? all.get("host") ?? ""}`;
}

/** Making links that let somebody in, and those still open. */
export async function InviteSheet({ actor, invites }: { readonly actor: Actor; readonly invites: readonly OpenInvite[] }) {
  const [t, base] = await Promise.all([getTranslations("households"), origin()]);
  return (
    <Sheet aria-labelledby="invite">
      <SectionTitle id="invite">{t("invite.title")}</SectionTitle>
      {invites.length > 0 ? (
        <ul className="grid gap-4" aria-label={t("invite.open")}>
          {invites.map((invite) => (
            <li key={invite.id} className="grid gap-2 border-b border-rule pb-4">
              <Invite actor={actor} invite={invite} base={base} />
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm
        action={createInvite}
        hidden={{ household: actor.householdId }}
        label={t("invite.title")}
        doneText={t("invite.made")}
        summary={false}
      >
        <RadioField
          name="role"
          label={t("invite.as")}
          defaultValue="adult"
          required
          options={GIVEN_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`), hint: t(`invite.${role}`) }))}
        />
        <TextField name="email" type="email" label={t("invite.email")} hint={t("invite.emailHint")} autoComplete="off" />
        <SubmitButton variant={invites.length > 0 ? "quiet" : "primary"}>{t("invite.submit")}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}

async function Invite({ actor, invite, base }: { readonly actor: Actor; readonly invite: OpenInvite; readonly base: string }) {
  const [t, common, locale] = await Promise.all([getTranslations("households.invite"), getTranslations("households.roles"), getLocale()]);
  const until = formatDay(dayIn(actor.household.timeZone, invite.expiresAt), locale);
  return (
    <>
      <p className="text-sm">
        {t(invite.forMember ? "lineMember" : invite.email ? "lineFor" : "line", {
          role: common(invite.role),
          email: invite.email ?? "",
          name: invite.forMember ?? "",
          until,
          by: invite.createdBy,
        })}
      </p>
      {invite.token ? (
        <CopyLink link={`${base}/join/${invite.token}`} label={t("link")} copy={t("copy")} copied={t("copied")} />
      ) : (
        <p className="text-sm text-ink-2">{t("noLink")}</p>
      )}
      <ActionForm action={revokeInvite} hidden={{ household: actor.householdId, invite: invite.id }} label={t("revoke")} summary={false}>
        <SubmitButton variant="text" small>
          {t("revoke")}
        </SubmitButton>
      </ActionForm>
    </>
  );
}
