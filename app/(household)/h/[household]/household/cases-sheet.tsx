import { useTranslations } from "next-intl";
import { RowLink } from "@/app/_ui/rows";
import { Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";

/** The way to the household's cases with stores. */
export function CasesSheet({ actor }: { readonly actor: Actor }) {
  const t = useTranslations("cases.entry");
  return (
    <Sheet flush>
      <RowLink href={`/h/${actor.householdId}/cases`} title={t("cases")}>
        {t("casesText")}
      </RowLink>
    </Sheet>
  );
}
