import { ActionForm } from "@/app/_forms/action-form";
import { TextLink } from "@/app/_ui/button";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { DraftLine } from "@/lib/plans/draft";
import type { PlanView } from "@/lib/plans/queries";
import { alternativesTo, type Alternative, type Effect } from "@/lib/plans/what-if";
import { moveLine, payLine, takeOut } from "../actions";
import type { PlanWords } from "./words";

type Props = {
  readonly actor: Actor;
  readonly view: PlanView;
  readonly words: PlanWords;
  readonly line: DraftLine;
  /** The alternatives are worked out for the line that was asked about, not for every one. */
  readonly asked: boolean;
};

/** "What if?" on a line: what else could be done with it, what that would come to, and a button that does it. */
export function WhatIf(props: Props) {
  const { view, words, line, asked, actor } = props;
  const { t } = words;
  const address = `/h/${actor.householdId}/plans/${view.plan.id}`;
  if (!asked)
    return (
      <TextLink href={`${address}?what-if=${line.id}`} scroll={false} className="justify-self-start">
        {t("whatIf.open")}
        <span className="sr-only"> {line.name}</span>
      </TextLink>
    );
  const scope = { world: view.world, orderDates: view.plan.orderDates, horizonDays: view.plan.horizonDays, makeId: () => "" };
  return (
    <section aria-label={t("whatIf.title", { item: line.name })} className="grid gap-1">
      <div className="flex items-center justify-between gap-3">
        <p className="font-[650]">{t("whatIf.heading")}</p>
        <TextLink href={address} scroll={false}>
          {t("whatIf.close")}
        </TextLink>
      </div>
      <ul className="rules">
        {alternativesTo(scope, view.plan.draft, line.id).map((alternative) => (
          <li key={nameOf(alternative, words)} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
            <span className="min-w-0 flex-1 basis-52 wrap-anywhere">
              {nameOf(alternative, words)}
              <span className="block text-sm text-ink-2">{effectText(alternative.effect, words)}</span>
            </span>
            <Apply {...props} alternative={alternative} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ what }: Alternative, { t, account, day, creditOf }: PlanWords): string {
  switch (what.kind) {
    case "move":
      return t("whatIf.move", { account: account(what.place.accountId), day: day(what.place.on) });
    case "credit":
      return t("whatIf.credit", { credit: creditOf(what.creditId) });
    case "cash":
      return t("whatIf.cash");
    case "out":
      return t("whatIf.out");
  }
}

/** "$1.20 more cash, $6.99 of it for shipping, $3.00 more lost." */
function effectText({ cash, shipping, fromCredits, lost }: Effect, { t, inText }: PlanWords): string {
  const size = (amount: Cents) => inText(cents(amount < 0n ? -amount : amount));
  const way = (amount: Cents) => (amount > 0n ? "more" : "less");
  const parts = [
    cash === 0n ? null : t("whatIf.effect.cash", { way: way(cash), amount: size(cash) }),
    shipping === 0n ? null : t("whatIf.effect.shipping", { way: way(shipping), amount: size(shipping) }),
    fromCredits === 0n ? null : t("whatIf.effect.balances", { way: way(fromCredits), amount: size(fromCredits) }),
    lost === 0n ? null : t("whatIf.effect.lost", { way: way(lost), amount: size(lost) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t("whatIf.effect.same") : parts.join(" ");
}

function Apply({ actor, view, words, line, alternative: { what } }: Props & { readonly alternative: Alternative }) {
  const { t } = words;
  const hidden = { household: actor.householdId, planId: view.plan.id, version: String(view.plan.version), lineId: line.id };
  const doing = {
    move: () => ({ action: moveLine, more: what.kind === "move" ? { place: `${what.place.accountId} ${what.place.on}` } : {} }),
    credit: () => ({ action: payLine, more: what.kind === "credit" ? { payWith: what.creditId } : {} }),
    cash: () => ({ action: payLine, more: { payWith: "cash" } }),
    out: () => ({ action: takeOut, more: {} }),
  }[what.kind]();
  return (
    <ActionForm action={doing.action} hidden={{ ...hidden, ...doing.more }} summary={false}>
      <SubmitButton variant="quiet" small>
        {t("whatIf.apply")}
        <span className="sr-only"> {nameOf({ what, effect: NOTHING }, words)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

const NOTHING: Effect = { cash: cents(0n), shipping: cents(0n), fromCredits: cents(0n), lost: cents(0n) };
