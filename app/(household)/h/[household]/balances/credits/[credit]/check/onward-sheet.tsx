import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { RowLink } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { isAdult, type Actor } from "@/lib/auth/actor";
import type { PathPage } from "@/lib/credits/path-page";

/** At the end of the path, where to go next: the store's own terms (R107), a case with its support (R108), the budget (R109). */
export function OnwardSheet({ actor, page }: { readonly actor: Actor; readonly page: PathPage }) {
  const t = useTranslations("check.onward");
  const base = `/h/${actor.householdId}`;
  const { credit, store } = page;
  return (
    <Sheet flush aria-labelledby="onward">
      <SectionTitle id="onward">{t("title")}</SectionTitle>
      <div className="rules">
        {store.termsUrl ? (
          <p className="px-(--px) py-2">
            <a href={store.termsUrl} className="text-link" target="_blank" rel="noreferrer noopener">
              {t("terms", { store: credit.storeName })}
              <ExternalLink />
            </a>
          </p>
        ) : (
          <RowLink href={`${base}/stores/${credit.storeId}`} title={t("noTerms", { store: credit.storeName })}>
            {t("noTermsText")}
          </RowLink>
        )}
        {isAdult(actor) ? (
          <RowLink href={`${base}/cases/new?about=question&credit=${credit.id}`} title={t("case")}>
            {t("caseText")}
          </RowLink>
        ) : null}
        <RowLink href={`${base}/budget`} title={t("budget")}>
          {t("budgetText")}
        </RowLink>
        <RowLink href={`${base}/answers`} title={t("answers")} />
      </div>
    </Sheet>
  );
}
