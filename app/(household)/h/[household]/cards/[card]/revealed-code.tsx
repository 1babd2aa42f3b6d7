"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormScope } from "@/app/_forms/form-context";
import { Button } from "@/app/_ui/button";
import { SubmitButton } from "@/app/_ui/submit-button";

function Picture({ svg, label }: { readonly svg: unknown; readonly label: string }) {
  if (typeof svg !== "string") return null;
  return (
    <figure className="grid gap-1">
      {/* On white in dark, too: scanners need the contrast. The picture is made of the answer itself, so it has no address. */}
      {/* oxlint-disable-next-line nextjs/no-img-element */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={label}
        className="max-h-56 w-full max-w-sm rounded-s bg-white object-contain"
      />
      <figcaption className="text-sm text-ink-2">{label}</figcaption>
    </figure>
  );
}

/** The button that asks for the code and, once the form around it has the answer, the code; gone with the page. */
export function RevealedCode() {
  const t = useTranslations("cards.page");
  const { state } = useFormScope();
  const [hidden, setHidden] = useState(0);
  const { shown } = state;
  if (state.status !== "done" || shown === undefined || hidden === state.attempt) {
    return (
      <div className="grid justify-items-start gap-1">
        <SubmitButton variant="quiet">{t("reveal")}</SubmitButton>
        <p className="text-sm text-ink-2">{t("revealHint")}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-4" role="status">
      <dl className="grid gap-2">
        <dt className="text-sm text-ink-2">{t("code")}</dt>
        <dd className="text-lg font-[650] tracking-wide [overflow-wrap:anywhere]">{shown.code}</dd>
        {shown.pin ? (
          <>
            <dt className="text-sm text-ink-2">{t("pin")}</dt>
            <dd className="text-lg font-[650] tracking-wide">{shown.pin}</dd>
          </>
        ) : null}
      </dl>
      <p className="text-sm text-ink-2">{t("bright")}</p>
      <Picture svg={shown.bars} label={t("bars")} />
      <Picture svg={shown.square} label={t("square")} />
      <Button onClick={() => setHidden(state.attempt)} className="justify-self-start">
        {t("hide")}
      </Button>
    </div>
  );
}
