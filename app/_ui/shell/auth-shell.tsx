import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageChoice } from "@/app/_i18n/language-choice";
import { printClass } from "../origin";
import { Mark } from "../mark";

/** The cover of the book, with a form beside or below it: sign in, sign up, invitations, and the error pages. */
export function AuthShell({ children, promise = true }: { readonly children: ReactNode; readonly promise?: boolean }) {
  const t = useTranslations("shell");
  return (
    <div className="auth">
      <header className="auth-cover">
        <Link href="/" className="label-tag">
          <Mark size={48} purse="oklch(0.40 0.088 160)" clasp="oklch(0.62 0.13 60)" />
          {t("name")}
          <small>{t("tagline")}</small>
        </Link>
        <div className="auth-cloths" aria-hidden="true">
          <i className={printClass("gift_card")} />
          <i className={printClass("promotion")} />
          <i className={printClass("refund")} />
          <i className={printClass("reward")} />
        </div>
      </header>
      <main id="main" className="auth-main" tabIndex={-1}>
        {children}
        {promise ? (
          <p className="flex items-start gap-2 text-sm text-ink-2">
            <ShieldCheck className="mt-0.5" />
            <span>{t("promise")}</span>
          </p>
        ) : null}
        <LanguageChoice />
      </main>
    </div>
  );
}

/** "or", between two ways of doing the same. */
export function Or() {
  const t = useTranslations("shell");
  return <div className="auth-or">{t("or")}</div>;
}
