import { DayStrip } from "@/app/_ui/day-strip";
import { ExpiryLeaf } from "@/app/_ui/expiry-leaf";
import { Sheet } from "@/app/_ui/sheet";
import { addDays } from "@/lib/kernel/day";
import type { PlanView } from "@/lib/plans/queries";
import { orderBy, type CreditUse } from "@/lib/plans/view";
import type { PlanWords } from "./words";

const STRIP_DAYS = 14;

/** The latest safe day to order, and when what would be lost (R73). Nothing where nothing is lost soon. */
export function OrderBySheet({
  view,
  words,
  uses,
}: {
  readonly view: PlanView;
  readonly words: PlanWords;
  readonly uses: readonly CreditUse[];
}) {
  const { t, day, credit } = words;
  const found = orderBy(view.world, uses, view.plan.horizonDays);
  const alive = view.plan.status === "draft" || view.plan.status === "proposed" || view.plan.status === "approved";
  if (!found || !alive) return null;
  const { today } = view.world;
  return (
    <Sheet aria-labelledby="order-by">
      <div className="flex items-start gap-3.5">
        <ExpiryLeaf expires={found.lost} today={today} />
        <div className="min-w-0 flex-1">
          <h2 id="order-by">{t("orderBy.title", { day: day(found.by) })}</h2>
          <p className="mt-[3px] text-sm text-ink-2">{t("orderBy.text", { credit: credit(found.credit), lost: day(found.lost) })}</p>
        </div>
      </div>
      {found.lost <= addDays(today, STRIP_DAYS) ? <DayStrip today={today} orderBy={found.by} expires={found.lost} /> : null}
    </Sheet>
  );
}
