import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { PasswordField } from "@/app/_forms/password-field";
import { LanguageChoice } from "@/app/_i18n/language-choice";
import { requirePerson } from "@/app/_session/actor";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { THEME_COOKIE, themeOf } from "@/app/_ui/theme";
import { ThemeChoice } from "@/app/_ui/theme-choice";
import { PersonFrame } from "@/app/households/person-frame";
import { PASSWORD_MIN } from "@/lib/auth/password-policy";
import { signedInDevices } from "@/lib/auth/sessions";
import { systemClock } from "@/lib/kernel/clock";
import { changePassword, changeName } from "./actions";
import { CloseSheet } from "./close-sheet";
import { DevicesSheet } from "./devices-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.account"))("title") };
}

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { open } = await searchParams;
  const person = await requirePerson();
  const [t, auth, devices, jar] = await Promise.all([
    getTranslations("auth.account"),
    getTranslations("auth"),
    signedInDevices(person, systemClock),
    cookies(),
  ]);
  return (
    <PersonFrame>
      <BackLink href="/">{t("back")}</BackLink>
      <PageHeader title={t("heading", { name: person.name })} below={person.email} />
      <DevicesSheet devices={devices} />
      <Sheet aria-labelledby="name">
        <SectionTitle id="name">{t("nameTitle")}</SectionTitle>
        <ActionForm action={changeName} label={t("nameTitle")} doneText={t("nameSaved")} summary={false}>
          <TextField name="name" label={auth("name")} hint={auth("nameHint")} autoComplete="name" defaultValue={person.name} required />
          <SubmitButton variant="quiet">{t("saveName")}</SubmitButton>
        </ActionForm>
      </Sheet>
      <Sheet aria-labelledby="password">
        <SectionTitle id="password">{t("passwordTitle")}</SectionTitle>
        <ActionForm action={changePassword} label={t("passwordTitle")} doneText={t("passwordChanged")} summary={false}>
          <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
          <PasswordField name="currentPassword" label={t("currentPassword")} autoComplete="current-password" />
          <PasswordField
            name="newPassword"
            label={t("newPassword")}
            hint={auth("passwordHint", { minimum: PASSWORD_MIN })}
            autoComplete="new-password"
          />
          <SubmitButton variant="quiet">{t("changePassword")}</SubmitButton>
        </ActionForm>
      </Sheet>
      <Sheet aria-labelledby="look">
        <SectionTitle id="look">{t("look")}</SectionTitle>
        <LanguageChoice />
        <ThemeChoice theme={themeOf(jar.get(THEME_COOKIE)?.value)} />
      </Sheet>
      <CloseSheet person={person} open={open === "close"} />
    </PersonFrame>
  );
}
