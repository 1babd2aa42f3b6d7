import { useTranslations } from "next-intl";
import { RowLink } from "@/app/_ui/rows";
import { Sheet } from "@/app/_ui/sheet";

/** The way to the month's money by category. */
export function BudgetSheet({ base }: { readonly base: string }) {
  const t = useTranslations("budget.entry");
  return (
    <Sheet flush>
      <RowLink href={`${base}/budget`} title={t("title")}>
        {t("text")}
      </RowLink>
    </Sheet>
  );
}
