import { ActionForm } from "@/app/_forms/action-form";
import { TextLink } from "@/app/_ui/button";
import { WhyLine } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { PlanView } from "@/lib/plans/queries";
import { putBack } from "../actions";
import type { PlanWords } from "./words";

/** What isn't bought, and why; and what stands on the lists but isn't in the plan at all. */
export function LeftOutSheet({ actor, view, words }: { readonly actor: Actor; readonly view: PlanView; readonly words: PlanWords }) {
  const { t, money, reason } = words;
  const { plan, missing } = view;
  const left = plan.draft.lines.filter((line) => line.place === null);
  if (left.length === 0 && missing.length === 0) return null;
  const hidden = { household: actor.householdId, planId: plan.id, version: String(plan.version) };
  return (
    <Sheet flush aria-labelledby="left-out">
      <SectionTitle id="left-out">{t("leftOut.title", { count: left.length + missing.length })}</SectionTitle>
      <ul className="rules">
        {left.map((line) => (
          <li key={line.id} className="grid gap-1 px-(--px) py-3">
            <div className="flex items-start justify-between gap-3">
              <h3 className="row-name min-w-0 wrap-anywhere">{line.name}</h3>
              <span className="money text-ink-2">{money(line.amountCents)}</span>
            </div>
            {line.why.map((why) => {
              const text = reason(why);
              return text ? <WhyLine key={`${why.code} ${JSON.stringify(why.params)}`}>{text}</WhyLine> : null;
            })}
            {(view.places.get(line.id) ?? []).length > 0 ? (
              <ActionForm action={putBack} hidden={{ ...hidden, lineId: line.id }} summary={false}>
                <SubmitButton variant="quiet" small>
                  {t("leftOut.back")}
                  <span className="sr-only"> {line.name}</span>
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
        {missing.map((item) => (
          <li key={item.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 px-(--px) py-2">
            <span className="min-w-0 wrap-anywhere">{item.name}</span>
            {item.needsPrice ? (
              <TextLink href={`/h/${actor.householdId}/lists/${item.listId}`}>
                {t("make.givePrice")}
                <span className="sr-only"> {item.name}</span>
              </TextLink>
            ) : (
              <span className="text-sm text-ink-2">{t("leftOut.new")}</span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
