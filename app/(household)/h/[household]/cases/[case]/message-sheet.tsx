import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { CopyText } from "./copy-text";
import type { CaseProps } from "./props";

/** A polite message for the store's support, filled from the case, to be copied (R31). */
export function MessageSheet({ page, words: { t, message } }: Pick<CaseProps, "page" | "words">) {
  return (
    <Sheet aria-labelledby="message">
      <SectionTitle id="message">{t("message.title")}</SectionTitle>
      <p className="text-sm text-ink-2">{t("message.text")}</p>
      <CopyText text={message(page.facts)} label={t("message.label")} copy={t("message.copy")} copied={t("message.copied")} />
    </Sheet>
  );
}
