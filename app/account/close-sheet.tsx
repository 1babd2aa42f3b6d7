import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { PasswordField } from "@/app/_forms/password-field";
import { TextLink } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Person } from "@/lib/auth/sessions";
import { ownedAlone } from "@/lib/households/close-account";
import { deletedHouseholds } from "@/lib/households/delete";
import { formatNames } from "@/lib/i18n/names";
import { systemClock } from "@/lib/kernel/clock";
import { closeAccount } from "./actions";

/** Going for good: one tap further, with what that means for the person and for the books of the others. */
export async function CloseSheet({ person, open }: { readonly person: Person; readonly open: boolean }) {
  const [t, common, locale] = await Promise.all([getTranslations("exports.closeAccount"), getTranslations("common"), getLocale()]);
  if (!open) {
    return (
      <TextLink href="/account?open=close" scroll={false} className="justify-self-start">
        {t("open")}
      </TextLink>
    );
  }
  const [alone, deleted] = await Promise.all([ownedAlone(person.userId), deletedHouseholds(person.userId, systemClock)]);
  const named = (names: readonly string[]) => formatNames([...names], locale);
  return (
    <Sheet aria-labelledby="close">
      <SectionTitle id="close">{t("title")}</SectionTitle>
      <p>{t("text")}</p>
      <p>{t("books")}</p>
      {alone.length > 0 ? <Note>{t("alone", { count: alone.length, households: named(alone.map(({ name }) => name)) })}</Note> : null}
      {deleted.length > 0 ? <Note>{t("deleted", { households: named(deleted.map(({ actor }) => actor.household.name)) })}</Note> : null}
      {alone.length > 0 ? null : (
        <ActionForm action={closeAccount} label={t("title")} summary={false}>
          <TextField name="leaves" label={t("leaves")} hint={t("leavesHint")} defaultValue={person.name} autoComplete="off" required />
          <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
          <PasswordField name="password" label={t("password")} autoComplete="current-password" />
          <SubmitButton variant="danger">{t("submit")}</SubmitButton>
        </ActionForm>
      )}
      <TextLink href="/account" scroll={false} className="justify-self-start">
        {common("cancel")}
      </TextLink>
    </Sheet>
  );
}
