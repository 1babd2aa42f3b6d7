import { Lock } from "lucide-react";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, TextareaField } from "@/app/_forms/fields";
import { LinkButton } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog-button";
import { Dock } from "@/app/_ui/dock";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { formatNames } from "@/lib/i18n/names";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import type { PlanView } from "@/lib/plans/queries";
import { approve, decline, propose } from "../actions";
import type { PlanWords } from "./words";

type Props = { readonly actor: Actor; readonly view: PlanView; readonly words: PlanWords };

/** The one next step: the holder approves and sees the amount; all others read who is waited for. */
export function DecisionDock(props: Props) {
  const { actor, view, words } = props;
  const { t, members } = words;
  const { plan, holders } = view;
  if (plan.draft.orders.length === 0) return null;
  if (plan.status === "approved") {
    const next = plan.draft.orders.find((order) => (plan.orderStatus.get(order.id) ?? "planned") === "planned");
    if (!next) return null;
    return (
      <Dock>
        <LinkButton href={`/h/${actor.householdId}/plans/${plan.id}/orders/${next.id}`} variant="primary" wide>
          {t("dock.orderDay", { day: words.day(next.on) })}
        </LinkButton>
      </Dock>
    );
  }
  if (view.lost.length > 0) return null;
  if (plan.status === "draft" && view.mayChange) {
    const mine = view.decidesFor.includes(actor.memberId) ? actor.memberId : holders.length === 1 ? view.decidesFor[0] : undefined;
    return <Dock>{mine === undefined ? <AskHolders {...props} /> : <Approve {...props} holderId={mine} />}</Dock>;
  }
  if (plan.status !== "proposed") return null;
  const waiting = plan.approvals.filter((approval) => approval.status === "waiting").map((approval) => approval.holderId);
  const mine = waiting.find((holder) => holder === actor.memberId) ?? waiting.find((holder) => view.decidesFor.includes(holder));
  return (
    <Dock>
      {mine === undefined ? (
        <p className="flex min-h-12 flex-1 items-center font-[650]" role="status">
          {t("dock.waiting", { names: members(waiting) })}
        </p>
      ) : (
        <Approve {...props} holderId={mine} />
      )}
    </Dock>
  );
}

function AskHolders({ actor, view, words }: Props) {
  const { t, members } = words;
  const { plan, holders } = view;
  return (
    <ActionForm
      action={propose}
      hidden={{ household: actor.householdId, planId: plan.id, version: String(plan.version) }}
      label={t("dock.askLabel")}
      className="grid flex-1 gap-2"
    >
      <Checked view={view} words={words} />
      <SubmitButton wide>{t("dock.ask", { names: members(holders) })}</SubmitButton>
    </ActionForm>
  );
}

/** Before it is proposed: the tick for what is VERIFY in it, with what there is to look at (R81). */
function Checked({ view, words }: Pick<Props, "view" | "words">) {
  const { t, creditOf, ruled, locale } = words;
  if (view.toVerify.length === 0) return null;
  const credits = [...new Set(view.toVerify.map(({ creditId }) => creditOf(creditId)))];
  const reasons = [...new Set(view.toVerify.map(({ creditId, reason }) => ruled(reason, creditOf(creditId))))];
  return <CheckboxField name="checked" label={t("dock.checked", { credits: formatNames(credits, locale) })} hint={reasons.join(" ")} />;
}

/** What of this holder's balances would be held. */
function heldOf({ plan, world }: PlanView, holderId: Id): Cents {
  return plan.draft.payments.reduce((sum, payment) => {
    const credit = payment.creditId === null ? undefined : world.credits.get(payment.creditId);
    const holder = credit && world.accounts.get(credit.accountId)?.memberId;
    return holder === holderId ? cents(sum + payment.cents) : sum;
  }, cents(0n));
}

function Approve({ actor, view, words, holderId }: Props & { readonly holderId: Id }) {
  const { t, member, members, money } = words;
  const { plan } = view;
  const held = heldOf(view, holderId);
  const hidden = { household: actor.householdId, planId: plan.id, version: String(plan.version), holderId };
  const own = holderId === actor.memberId;
  const others = view.holders.filter((holder) => holder !== holderId);
  return (
    <>
      <div className="hidden min-w-0 flex-1 desk:block">
        <p className="font-[650]">{t("dock.question", { name: own ? actor.name : member(holderId) })}</p>
        <p className="text-sm text-ink-2">
          {own ? t(held > 0n ? "dock.yours" : "dock.yourAccount") : t("dock.forThem", { name: member(holderId) })}
        </p>
      </div>
      {plan.status === "proposed" ? (
        <DialogButton label={t("dock.decline")} title={t("dock.declineTitle")}>
          <ActionForm action={decline} hidden={hidden} summary={false} label={t("dock.declineTitle")}>
            <TextareaField name="reason" label={t("dock.reason")} hint={t("dock.reasonHint")} required maxLength={500} rows={3} />
            <SubmitButton variant="danger">{t("dock.declineNow")}</SubmitButton>
          </ActionForm>
        </DialogButton>
      ) : null}
      <ActionForm action={approve} hidden={hidden} label={t("dock.approveLabel")} className="grid flex-1 gap-2">
        <Checked view={view} words={words} />
        <SubmitButton wide icon={<Lock />}>
          {t(own ? "dock.approve" : "dock.approveFor", { held: held > 0n ? "some" : "none", amount: money(held), name: member(holderId) })}
        </SubmitButton>
        {plan.status === "draft" && others.length > 0 ? (
          <p className="text-center text-sm text-ink-2">{t("dock.thenAsked", { names: members(others) })}</p>
        ) : null}
      </ActionForm>
    </>
  );
}
