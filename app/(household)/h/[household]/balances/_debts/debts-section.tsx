import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";
import { formatMoney } from "@/lib/i18n/money";
import { cents, type Cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { debtsView } from "@/lib/settlements/queries";
import { DebtRow } from "./debt-row";
import { PairList } from "./pair-list";
import { WorkingTable } from "./working-table";

/** Who owes whom in the fewest payments, how that comes about, and what was a gift. Nothing for children who don't see balances. */
export async function DebtsSection({ actor }: { readonly actor: Actor }) {
  const [view, t, locale] = await Promise.all([debtsView(actor, systemClock), getTranslations("settlements"), getLocale()]);
  if (!view) return null;
  const name = (id: Id) => view.people.get(id)?.name ?? "";
  const money = (amount: Cents) => formatMoney(amount, actor.household.currency, locale);
  const [first] = view.debts;
  const title = !first
    ? t("title.none")
    : view.debts.length > 1
      ? t("title.many")
      : t("title.one", { from: name(first.fromId), to: name(first.toId), amount: money(first.cents) });
  const gifts = view.between.filter((sum) => sum.kind === "gift");
  const owed = view.between.filter((sum) => sum.kind !== "gift");
  const pairs = (sums: typeof owed) =>
    sums.map((sum) => ({
      id: `${sum.kind} ${sum.fromId} ${sum.toId}`,
      label: t(sum.kind === "settled" ? "working.pairSettled" : "working.pairBought", { from: name(sum.fromId), to: name(sum.toId) }),
      amount: money(cents(sum.cents)),
    }));
  return (
    <Sheet aria-labelledby="owed">
      <SectionTitle id="owed">{title}</SectionTitle>
      {first ? null : <p className="text-sm text-ink-2">{t("noneText")}</p>}
      {view.debts.map((debt) => (
        <DebtRow key={`${debt.fromId} ${debt.toId}`} actor={actor} view={view} debt={debt} />
      ))}
      {owed.length > 0 ? (
        <Disclosure summary={t("working.open")}>
          <WorkingTable view={view} currency={actor.household.currency} />
          <PairList title={t("working.pairs")} pairs={pairs(owed)} />
        </Disclosure>
      ) : null}
      {gifts.length > 0 ? <PairList title={t("gifts.title")} pairs={pairs(gifts)} /> : null}
      {view.between.some((sum) => sum.kind === "settled") || first ? (
        <TextLink href={`/h/${actor.householdId}/settle`}>{t("history.link")}</TextLink>
      ) : null}
    </Sheet>
  );
}
