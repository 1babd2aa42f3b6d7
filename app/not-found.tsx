import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "./_ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.notFound");
  return { title: t("title") };
}

/**
 * Also what a stranger sees: whether a thing doesn't exist or isn't theirs is not told. Kept small, because the
 * framework renders it along with every page.
 */
export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <main id="main" className="shell-main" tabIndex={-1}>
      <section className="sheet sheet-gap">
        <h1>{t("title")}</h1>
        <p>{t("text")}</p>
        <LinkButton href="/" variant="primary" className="justify-self-start">
          {t("home")}
        </LinkButton>
      </section>
    </main>
  );
}
