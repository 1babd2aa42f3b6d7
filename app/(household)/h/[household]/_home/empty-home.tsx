import { CreditCard, ListPlus, UserPlus, WalletCards } from "lucide-react";
import { RowLink } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { isAdult, seesBalances, type Actor } from "@/lib/auth/actor";
import type { HomeView } from "@/lib/home/queries";
import type { HomeWords } from "./words";

/** A household in which nothing is written down yet: three ways to begin (R47). */
export function EmptyHome({ actor, view, words }: { readonly actor: Actor; readonly view: HomeView; readonly words: HomeWords }) {
  const { t, base } = words;
  const [list] = view.lists;
  return (
    <Sheet flush aria-labelledby="begin">
      <SectionTitle id="begin">{t("empty.title")}</SectionTitle>
      <div className="rules">
        <RowLink href={list ? `${base}/lists/${list.id}` : `${base}/lists`} sign={<ListPlus />} title={t("empty.list")}>
          {t("empty.listText")}
        </RowLink>
        {seesBalances(actor) ? (
          <RowLink
            href={view.stores === 0 && isAdult(actor) ? `${base}/stores` : `${base}/balances/credits/new`}
            sign={<WalletCards />}
            title={t("empty.credit")}
          >
            {t("empty.creditText")}
          </RowLink>
        ) : null}
        {isAdult(actor) && view.stores > 0 ? (
          <RowLink href={`${base}/cards/new`} sign={<CreditCard />} title={t("empty.card")}>
            {t("empty.cardText")}
          </RowLink>
        ) : null}
        {isAdult(actor) ? (
          <RowLink href={`${base}/household`} sign={<UserPlus />} title={t("empty.invite")}>
            {t("empty.inviteText")}
          </RowLink>
        ) : null}
      </div>
    </Sheet>
  );
}
