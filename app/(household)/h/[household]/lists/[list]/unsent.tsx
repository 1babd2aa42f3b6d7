"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";

/** What the server refused: it is kept until somebody decides. */
export type Unsent = {
  readonly id: string;
  readonly added: boolean;
  /** The line as it was written, or the item's name. */
  readonly line: string;
  readonly text: string;
};

export type UnsentActions = {
  readonly retry: (id: string) => void;
  readonly drop: (id: string) => void;
  /** Takes the line back into the field. */
  readonly edit: (one: Unsent) => void;
};

export function UnsentNotes({ unsent, actions }: { readonly unsent: readonly Unsent[]; readonly actions: UnsentActions }) {
  const t = useTranslations("lists.add");
  return unsent.map((one) => (
    <Note key={one.id} kind="problem" role="alert">
      <p>
        <b>{t(one.added ? "failed" : "failedChange", { line: one.line })}</b> {one.text}
      </p>
      <p className="flex flex-wrap gap-x-2">
        <Button variant="text" small onClick={() => actions.retry(one.id)}>
          {t("retry")}
        </Button>
        {one.added ? (
          <Button variant="text" small onClick={() => actions.edit(one)}>
            {t("edit")}
          </Button>
        ) : null}
        <Button variant="text" small onClick={() => actions.drop(one.id)}>
          {t("drop")}
        </Button>
      </p>
    </Note>
  ));
}
