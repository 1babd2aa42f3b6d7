import { ActionForm } from "@/app/_forms/action-form";
import { TextLink } from "@/app/_ui/button";
import { Messages } from "@/app/_i18n/messages";
import { Note } from "@/app/_ui/feedback";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { add, cents, subtract, type Cents } from "@/lib/kernel/cents";
import type { LostGround } from "@/lib/plans/ground";
import { unprovenOf } from "@/lib/plans/proof";
import type { PlanView } from "@/lib/plans/queries";
import { planAgain } from "../actions";
import { PlanningProgress } from "../planning-progress";
import { ChooseNote } from "./choose-note";
import type { PlanWords } from "./words";

type Props = { readonly actor: Actor; readonly view: PlanView; readonly words: PlanWords };

/** What has to be known before anything else: lost ground, a no, what a change did, what isn't certain. */
export function Notices({ actor, view, words }: Props) {
  const { t, member } = words;
  const { plan } = view;
  const declined = plan.status === "draft" ? plan.approvals.filter((approval) => approval.status === "declined") : [];
  const effect = plan.status === "draft" ? effectOf(view, words) : null;
  const overLimit = plan.cashLimitCents !== null && view.totals.cash > plan.cashLimitCents;
  return (
    <div className="grid gap-3 empty:hidden">
      {view.lost.length > 0 ? <LostGroundNote actor={actor} view={view} words={words} /> : null}
      {declined.map((approval) => (
        <Note key={approval.holderId} role="status">
          {t("notices.declined", { name: member(approval.holderId), reason: approval.reason })}
        </Note>
      ))}
      {effect ? <Note role="status">{effect}</Note> : null}
      {overLimit && plan.cashLimitCents !== null ? (
        <Note>
          {t("notices.overLimit", {
            over: words.money(subtract(view.totals.cash, plan.cashLimitCents)),
            limit: words.money(plan.cashLimitCents),
          })}
        </Note>
      ) : null}
      <ProofNote view={view} words={words} />
      {view.toChoose.map(({ orderId, tooMuch }) => (
        <ChooseNote
          key={orderId}
          store={words.storeOf(plan.draft.orders.find((order) => order.id === orderId)?.accountId ?? "")}
          tooMuch={tooMuch}
          name={words.creditOf}
          money={words.inText}
        />
      ))}
    </div>
  );
}

/** What isn't proven about the plan, level by level; nothing where everything is. */
function ProofNote({ view, words }: Omit<Props, "actor">) {
  const { t, inText } = words;
  const unproven = unprovenOf(view.plan.worked);
  if (!unproven || (view.plan.status !== "draft" && view.plan.status !== "proposed")) return null;
  if (unproven.open !== "gap") return <Note>{t("proof.later", { open: unproven.open })}</Note>;
  return <Note>{unproven.gapCents > 0n ? t("proof.gap", { gap: inText(unproven.gapCents) }) : t("proof.cost")}</Note>;
}

function LostGroundNote({ actor, view, words }: Props) {
  const { t } = words;
  const { plan } = view;
  return (
    <Note kind="problem" role="status">
      <p className="font-[650]">{t(`ground.title.${plan.status === "approved" ? "approved" : "open"}`)}</p>
      <ul className="mt-1 mb-2 list-disc pl-5">
        {view.lost.map((lost) => (
          <li key={JSON.stringify(lost, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}>
            {lostText(lost, words)}
          </li>
        ))}
      </ul>
      {!view.mayChange ? null : plan.status === "approved" ? (
        <TextLink href="#plan-actions">{t("ground.cancelFirst")}</TextLink>
      ) : (
        <Messages namespaces={["plans.working"]}>
          <ActionForm
            action={planAgain}
            hidden={{ household: actor.householdId, planId: plan.id, version: String(plan.version) }}
            label={t("actions.again")}
          >
            <SubmitButton variant="quiet">{t("actions.again")}</SubmitButton>
            <PlanningProgress household={actor.householdId} />
          </ActionForm>
        </Messages>
      )}
    </Note>
  );
}

function lostText(lost: LostGround, words: PlanWords): string {
  const { t, money, account, day, creditOf } = words;
  switch (lost.code) {
    case "credit_gone":
      return t("ground.credit_gone", { why: words.ruled(lost.reason, creditOf(lost.creditId)) });
    case "credit_less":
      return t("ground.credit_less", {
        credit: creditOf(lost.creditId),
        available: money(cents(lost.availableCents)),
        needed: money(cents(lost.neededCents)),
      });
    case "date_past":
      return t("ground.date_past", { account: account(lost.accountId), day: day(lost.on) });
    case "account_suspended":
    case "account_closed":
    case "holder_gone":
      return t(`ground.${lost.code}`, { account: account(lost.accountId) });
    default:
      return t(`ground.${lost.code}`, { item: lost.name });
  }
}

/** What changing by hand did, compared with what was worked out. */
function effectOf({ plan, totals }: PlanView, { t, inText }: PlanWords): string | null {
  if (!plan.draft.lines.some((line) => line.pinned || line.payWith !== "auto")) return null;
  const by = (now: Cents, before: Cents) => ({
    way: now > before ? "more" : now < before ? "less" : "same",
    amount: inText(now > before ? subtract(now, before) : subtract(before, now)),
  });
  const [cash, lost] = [by(totals.cash, plan.worked.cashCents), by(totals.lost, plan.worked.lostCents)];
  const pinned = plan.draft.lines.filter((line) => line.pinned).length;
  return t("notices.changed", {
    count: pinned,
    cashWay: cash.way,
    cash: cash.amount,
    lostWay: lost.way,
    lost: lost.amount,
    total: inText(add(totals.cash)),
  });
}
