import { WhyLine } from "@/app/_ui/feedback";
import { OriginSwatch } from "@/app/_ui/origin";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { leftCredits } from "@/lib/plans/left-credits";
import type { PlanView } from "@/lib/plans/queries";
import type { PlanWords } from "./words";

/** Each balance of which something is left, how much, until when, and why the plan doesn't use it. */
export function LeftCreditsSheet({ view, words }: { readonly view: PlanView; readonly words: PlanWords }) {
  const { t, money, day } = words;
  const { plan, world } = view;
  if (plan.status === "done" || plan.status === "cancelled") return null;
  const rows = leftCredits(world, plan, plan.status === "approved");
  if (rows.length === 0) return null;
  return (
    <Sheet flush aria-labelledby="left-credits">
      <SectionTitle id="left-credits">{t("leftCredits.title")}</SectionTitle>
      <ul className="rules">
        {rows.map(({ credit, leftCents, isLost, why }) => (
          <li key={credit.id} className="grid gap-1 px-(--px) py-3">
            <div className="flex items-start justify-between gap-3">
              <h3 className="min-w-0 wrap-anywhere">
                <OriginSwatch origin={credit.origin}>{words.credit(credit)}</OriginSwatch>
              </h3>
              <span className="money font-[650]">{money(leftCents)}</span>
            </div>
            <p className="text-sm text-ink-2">
              {words.account(credit.accountId)}
              {credit.expiresOn === null
                ? null
                : ` · ${t(isLost ? "leftCredits.lost" : "leftCredits.until", { day: day(credit.expiresOn) })}`}
            </p>
            {why.map((reason) => {
              const text = words.reason(reason);
              return text ? <WhyLine key={`${reason.code} ${JSON.stringify(reason.params)}`}>{text}</WhyLine> : null;
            })}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
