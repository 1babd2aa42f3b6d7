"use client";

import { useTranslations } from "next-intl";
import { Note } from "../_ui/feedback";
import { fieldId } from "./form-context";
import type { FormState } from "./state";

/** What went wrong, above the form: the failure of the whole, and each field's error as a link to it. */
export function FormSummary({ state, formId, list }: { readonly state: FormState; readonly formId: string; readonly list: boolean }) {
  const t = useTranslations("common.form");
  const errors = list ? Object.entries(state.errors ?? {}) : [];
  const shown = state.status === "error" && (state.failure !== undefined || errors.length > 0);
  return (
    <div aria-live="polite" className={shown ? undefined : "sr-only"}>
      {shown ? (
        <div data-summary tabIndex={-1}>
          <Note kind="problem">
            <p className="font-[650]">{state.failure ? state.failure.text : t("summary", { count: errors.length })}</p>
            {errors.length > 0 ? (
              <ul className="mt-1 grid">
                {errors.map(([name, { text }]) => (
                  <li key={name}>
                    <a className="inline-block min-h-6 underline underline-offset-3" href={`#${fieldId(formId, name)}`}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </Note>
        </div>
      ) : null}
    </div>
  );
}
