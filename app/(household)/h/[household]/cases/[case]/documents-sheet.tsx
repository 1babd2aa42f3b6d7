import { ActionForm } from "@/app/_forms/action-form";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { DOCUMENTS } from "@/lib/cases/options";
import { tickDocument } from "../actions";
import { TickRow } from "../tick-row";
import type { CaseProps } from "./props";

/** What to gather before asking support (R35). */
export function DocumentsSheet({ actor, page, words: { t } }: CaseProps) {
  return (
    <Sheet flush aria-labelledby="documents">
      <SectionTitle id="documents">{t("documents.title")}</SectionTitle>
      <ul className="rules" aria-labelledby="documents">
        {DOCUMENTS.map((document) => {
          const done = page.documents.has(document);
          const name = t(`documents.${document}`);
          return (
            <TickRow key={document} done={done} name={name}>
              {page.outcome === null ? (
                <ActionForm
                  action={tickDocument}
                  hidden={{ household: actor.householdId, case: page.id, document, done: done ? "no" : "yes" }}
                  label={t(done ? "documents.untick" : "documents.tick", { document: name })}
                  className="-my-2 -ml-3.5 justify-self-start"
                  summary={false}
                >
                  <SubmitButton variant="text" small>
                    {t(done ? "documents.haveNot" : "documents.have")}
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </TickRow>
          );
        })}
      </ul>
    </Sheet>
  );
}
