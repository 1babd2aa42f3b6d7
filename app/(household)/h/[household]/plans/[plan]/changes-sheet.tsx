import { WhyLine } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { formatQuantity } from "@/lib/i18n/quantity";
import { cents } from "@/lib/kernel/cents";
import type { ChangedLine, Difference, Spot } from "@/lib/plans/changed";
import type { PlanView } from "@/lib/plans/queries";
import type { PlanWords } from "./words";

/** What changed when it was planned again: what was different, what that did to each line and why, and what it comes to. */
export function ChangesSheet({ view, words }: { readonly view: PlanView; readonly words: PlanWords }) {
  const { t, inText } = words;
  const { changes, status } = view.plan;
  if (!changes || (status !== "draft" && status !== "proposed")) return null;
  const by = ({ beforeCents, nowCents }: { readonly beforeCents: number; readonly nowCents: number }) => ({
    way: nowCents > beforeCents ? "more" : nowCents < beforeCents ? "less" : "same",
    amount: inText(cents(Math.abs(nowCents - beforeCents))),
  });
  const [cash, lost] = [by(changes.cash), by(changes.lost)];
  return (
    <Sheet flush aria-labelledby="changes">
      <SectionTitle id="changes">{t("changes.title")}</SectionTitle>
      {changes.since.length > 0 ? (
        <ul className="list-disc px-(--px) pb-2 pl-9 text-sm text-ink-2">
          {changes.since.map((difference) => (
            <li key={JSON.stringify(difference)}>{differenceText(difference, words)}</li>
          ))}
        </ul>
      ) : null}
      {changes.lines.length === 0 ? <p className="px-(--px) pb-3">{t("changes.nothing")}</p> : null}
      <ul className="rules">
        {changes.lines.map((line) => (
          <li key={line.itemId} className="grid gap-1 px-(--px) py-3">
            <h3 className="row-name wrap-anywhere">{line.name}</h3>
            <p className="text-sm">{lineText(line, words)}</p>
            {line.why.map((why) => {
              const text = words.reason(why);
              return text ? <WhyLine key={`${why.code} ${JSON.stringify(why.params)}`}>{text}</WhyLine> : null;
            })}
          </li>
        ))}
      </ul>
      {changes.lines.length > 0 ? (
        <p className="border-t border-rule px-(--px) py-3 text-sm">
          {t("changes.effect", { cashWay: cash.way, cash: cash.amount, lostWay: lost.way, lost: lost.amount })}
        </p>
      ) : null}
    </Sheet>
  );
}

function differenceText(difference: Difference, { t, inText, day, originName }: PlanWords): string {
  switch (difference.code) {
    case "credit_new":
    case "credit_gone":
    case "credit_changed":
      return t(`changes.since.${difference.code}`, {
        credit: difference.label || originName(difference.origin),
        before: inText(cents(difference.beforeCents)),
        now: inText(cents(difference.nowCents)),
      });
    case "item_new":
    case "item_gone":
      return t(`changes.since.${difference.code}`, { item: difference.name });
    case "price":
      return t("changes.since.price", {
        item: difference.name,
        before: inText(cents(difference.beforeCents)),
        now: inText(cents(difference.nowCents)),
      });
    case "day_gone":
    case "day_new":
      return t(`changes.since.${difference.code}`, { day: day(difference.on) });
  }
}

function lineText({ kind, from, to }: ChangedLine, words: PlanWords): string {
  const { t, locale } = words;
  const places = (spots: readonly Spot[]) =>
    spots.map((spot) => t("title.order", { account: words.account(spot.accountId), day: words.day(spot.on) }));
  const amounts = (spots: readonly Spot[]) => spots.map((spot) => formatQuantity(spot.quantityMilli / 1000, "", locale));
  const payers = (spots: readonly Spot[]) => [...new Set(spots.flatMap((spot) => spot.paidBy.map((id) => words.creditOf(id))))];
  const told = kind === "quantity" ? amounts : kind === "paid" ? payers : places;
  const list = (texts: readonly string[]) => texts.join(", ") || "–";
  return t("changes.line", { kind, from: list(told(from)), to: list(told(to)) });
}
