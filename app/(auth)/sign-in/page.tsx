import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { PasswordField } from "@/app/_forms/password-field";
import { currentPerson } from "@/app/_session/actor";
import { safeNext } from "@/app/_session/next-address";
import { TextLink } from "@/app/_ui/button";
import { AuthShell } from "@/app/_ui/shell/auth-shell";
import { SubmitButton } from "@/app/_ui/submit-button";
import { signInWithPassword } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = safeNext((await searchParams).next);
  if (await currentPerson()) redirect(next);
  const t = await getTranslations("auth");
  return (
    <AuthShell>
      <h1>{t("signIn.heading")}</h1>
      <ActionForm action={signInWithPassword} hidden={{ next }} summary={false}>
        <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
        <PasswordField label={t("password")} autoComplete="current-password" />
        <SubmitButton wide>{t("signIn.submit")}</SubmitButton>
      </ActionForm>
      <p>
        {t("signIn.stranger")} <TextLink href={`/sign-up?next=${encodeURIComponent(next)}`}>{t("signUp.submit")}</TextLink>
      </p>
    </AuthShell>
  );
}
