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
import { PASSWORD_MIN } from "@/lib/auth/password-policy";
import { makeAccount } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signUp"))("title") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next: wanted, email } = await searchParams;
  const next = safeNext(wanted);
  if (await currentPerson()) redirect(next);
  const t = await getTranslations("auth");
  return (
    <AuthShell>
      <h1>{t("signUp.heading")}</h1>
      <ActionForm action={makeAccount} hidden={{ next }} summary={false}>
        <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          defaultValue={typeof email === "string" ? email : undefined}
          required
        />
        <PasswordField label={t("password")} hint={t("passwordHint", { minimum: PASSWORD_MIN })} autoComplete="new-password" />
        <SubmitButton wide>{t("signUp.submit")}</SubmitButton>
      </ActionForm>
      <p>
        {t("signUp.known")} <TextLink href={`/sign-in?next=${encodeURIComponent(next)}`}>{t("signIn.submit")}</TextLink>
      </p>
    </AuthShell>
  );
}
