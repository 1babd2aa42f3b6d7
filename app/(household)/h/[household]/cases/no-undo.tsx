import { useTranslations } from "next-intl";
import { Note } from "@/app/_ui/feedback";

/** Said before all else: a redemption can't be taken back, and the value isn't lost (R2). */
export function NoUndo() {
  const t = useTranslations("cases.noUndo");
  return (
    <Note>
      <b>{t("title")}</b> {t("text")}
    </Note>
  );
}
