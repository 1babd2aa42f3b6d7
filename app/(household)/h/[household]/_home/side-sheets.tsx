import { TextLink } from "@/app/_ui/button";
import { RowLink } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";
import type { HomeView } from "@/lib/home/queries";
import type { HomeWords } from "./words";

const LISTS_SHOWN = 4;

/** The fullest lists. */
export function ListsSheet({ view, words }: { readonly view: HomeView; readonly words: HomeWords }) {
  const { t, base } = words;
  return (
    <Sheet flush aria-labelledby="lists">
      <SectionTitle id="lists" end={<TextLink href={`${base}/lists`}>{t("lists.all")}</TextLink>}>
        {view.lists.length > 0 ? t("lists.title") : t("lists.none")}
      </SectionTitle>
      <ul className="rules">
        {view.lists.slice(0, LISTS_SHOWN).map((list) => (
          <li key={list.id}>
            <RowLink href={`${base}/lists/${list.id}`} title={list.name}>
              {t("lists.row", { open: list.open, inPlans: list.inPlans })}
            </RowLink>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Saved versus lost this year, and what the person owes or is owed. Nothing for who doesn't see balances. */
export function BooksSheet({ actor, view, words }: { readonly actor: Actor; readonly view: HomeView; readonly words: HomeWords }) {
  const { t, base, money } = words;
  if (!view.year || !view.debts) return null;
  return (
    <Sheet aria-labelledby="books">
      <SectionTitle id="books">{t("year.title")}</SectionTitle>
      <dl className="flex items-end justify-between gap-3">
        <div className="flex flex-col-reverse">
          <dt className="text-sm text-ink-2">{t("year.used")}</dt>
          <dd className="big money">{money(view.year.usedCents)}</dd>
        </div>
        <div className="flex flex-col-reverse text-right">
          <dt className="text-sm text-ink-2">{t("year.lost")}</dt>
          <dd className="money font-display text-xl font-bold [font-variant-numeric:normal]">{money(view.year.lostCents)}</dd>
        </div>
      </dl>
      {view.debts.length > 0 ? (
        <ul className="rules border-t border-rule">
          {view.debts.map((debt) => {
            const mine = debt.fromId === actor.memberId;
            const name = view.names.get(mine ? debt.toId : debt.fromId) ?? "";
            return (
              <li key={`${debt.fromId} ${debt.toId}`} className="flex flex-wrap items-center justify-between gap-x-3 pt-1">
                <span>{t(mine ? "owe.youOwe" : "owe.owesYou", { name, amount: money(debt.cents) })}</span>
                <TextLink href={`${base}/balances#owed`}>{t("owe.evenUp")}</TextLink>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Sheet>
  );
}
