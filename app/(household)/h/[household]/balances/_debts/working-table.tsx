import { useLocale, useTranslations } from "next-intl";
import { formatChange, formatMoney } from "@/lib/i18n/money";
import { cents } from "@/lib/kernel/cents";
import type { DebtsView } from "@/lib/settlements/queries";

const COLUMNS = ["bought", "received", "gave", "got"] as const;

/** For each person, the sums their standing comes from; each row adds up. Gifts are left out. */
export function WorkingTable({ view, currency }: { readonly view: DebtsView; readonly currency: string }) {
  const t = useTranslations("settlements.working");
  const locale = useLocale();
  const sums = view.between.filter((sum) => sum.kind !== "gift");
  const people = [...view.people.values()].filter((person) => sums.some((sum) => sum.fromId === person.id || sum.toId === person.id));
  const amount = (id: string, column: (typeof COLUMNS)[number]) => {
    const kind = column === "bought" || column === "received" ? "bought" : "settled";
    const side = column === "bought" || column === "gave" ? "fromId" : "toId";
    return cents(sums.filter((sum) => sum.kind === kind && sum[side] === id).reduce((total, sum) => total + sum.cents, 0n));
  };
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("caption")}>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr className="text-left align-bottom text-ink-2">
            <th scope="col" className="py-2 pr-3 font-[600]">
              {t("who")}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="px-2 py-2 text-right font-[600]">
                {t(column)}
              </th>
            ))}
            <th scope="col" className="py-2 pl-2 text-right font-[600]">
              {t("stands")}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="border-t border-rule">
              <th scope="row" className="py-2 pr-3 text-left font-[600]">
                {person.name}
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className="money px-2 py-2 text-right">
                  {formatMoney(amount(person.id, column), currency, locale)}
                </td>
              ))}
              <td className="money py-2 pl-2 text-right font-[650]">
                {formatChange(view.standings.find((standing) => standing.memberId === person.id)?.cents ?? cents(0n), currency, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
