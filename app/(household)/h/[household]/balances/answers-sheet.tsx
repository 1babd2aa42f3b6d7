import { useTranslations } from "next-intl";
import { CircleQuestionMark, NotebookPen } from "lucide-react";
import { RowLink } from "@/app/_ui/rows";
import { Sheet } from "@/app/_ui/sheet";

/** The ways to the questions people ask (R97-R103) and to the month's money (R109). */
export function AnswersSheet({ base }: { readonly base: string }) {
  const [answers, budget] = [useTranslations("answers.entry"), useTranslations("budget.entry")];
  return (
    <Sheet flush>
      <RowLink href={`${base}/answers`} sign={<CircleQuestionMark />} title={answers("title")}>
        {answers("text")}
      </RowLink>
      <RowLink href={`${base}/budget`} sign={<NotebookPen />} title={budget("title")}>
        {budget("text")}
      </RowLink>
    </Sheet>
  );
}
