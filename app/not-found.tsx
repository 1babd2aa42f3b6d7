import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "./_ui/button";
import { AuthShell } from "./_ui/shell/auth-shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.notFound");
  return { title: t("title") };
}

/** Also what a stranger sees: whether a thing doesn't exist or isn't theirs is not told. */
export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <AuthShell promise={false}>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <LinkButton href="/" variant="primary">
        {t("home")}
      </LinkButton>
    </AuthShell>
  );
}
