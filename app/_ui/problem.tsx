"use client";

import { unstable_isUnrecognizedActionError as isFromOlderVersion } from "next/navigation";
import { useTranslations } from "next-intl";
import { UNAVAILABLE_DIGEST } from "@/lib/db/unavailable";

function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : undefined;
}

/**
 * What an error boundary shows: nothing saved is lost, try again, the number that is in the log. An `error.tsx`
 * inside the household's frame is one line: `export { Problem as default } from "@/app/_ui/problem";`
 */
export function Problem({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const t = useTranslations("common.problem");
  const digest = digestOf(error);
  const outdated = isFromOlderVersion(error);
  const kind = outdated ? "outdated" : digest?.startsWith(UNAVAILABLE_DIGEST) ? "unavailable" : null;
  return (
    <section className="sheet sheet-gap" role="alert">
      <h1>{t(kind === null ? "title" : `${kind}Title`)}</h1>
      <p>{t(kind === null ? "text" : `${kind}Text`)}</p>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="button button-primary" onClick={outdated ? () => location.reload() : retry}>
          {t(outdated ? "reload" : "retry")}
        </button>
        {/* A full load on purpose: it starts from nothing that may be broken. */}
        <a className="text-link" href="/">
          {t("home")}
        </a>
      </div>
      {digest && kind === null ? <p className="text-sm text-ink-2">{t("reference", { id: digest })}</p> : null}
    </section>
  );
}
