import { ActionForm } from "@/app/_forms/action-form";
import { LinkButton } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { Messages } from "@/app/_i18n/messages";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { PlanView } from "@/lib/plans/queries";
import { cancel, planAgain, withdraw } from "../actions";
import { PlanningProgress } from "../planning-progress";
import type { PlanWords } from "./words";

/** What else an adult can do with the plan: again, take back, end. */
export function PlanActions({ actor, view, words }: { readonly actor: Actor; readonly view: PlanView; readonly words: PlanWords }) {
  const { t } = words;
  const { plan } = view;
  if (!view.mayChange) return null;
  const hidden = { household: actor.householdId, planId: plan.id, version: String(plan.version) };
  const ended = plan.status === "cancelled" || plan.status === "done";
  const ordered = [...plan.orderStatus.values()].some((status) => status === "ordered" || status === "closed");
  const lists = plan.listIds.map((id) => `list=${id}`);
  const anew = [...lists, ...(plan.status === "cancelled" ? [`after=${plan.id}`] : [])].join("&");
  return (
    <Sheet aria-labelledby="plan-actions">
      <SectionTitle id="plan-actions">{t("actions.title")}</SectionTitle>
      {plan.status === "draft" ? (
        <Messages namespaces={["plans.working"]}>
          <ActionForm action={planAgain} hidden={hidden} label={t("actions.again")}>
            <p className="text-sm text-ink-2">{t("actions.againHint")}</p>
            <SubmitButton variant="quiet" wide>
              {t("actions.again")}
            </SubmitButton>
            <PlanningProgress household={actor.householdId} />
          </ActionForm>
        </Messages>
      ) : null}
      {plan.status === "proposed" ? (
        <ActionForm action={withdraw} hidden={hidden} label={t("actions.withdraw")}>
          <p className="text-sm text-ink-2">{t("actions.withdrawHint")}</p>
          <SubmitButton variant="quiet" wide>
            {t("actions.withdraw")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {ended ? (
        <LinkButton href={`/h/${actor.householdId}/plans/new?${anew}`} wide>
          {t("actions.newPlan")}
        </LinkButton>
      ) : null}
      {!ended && !ordered ? (
        <Disclosure summary={t(plan.status === "draft" ? "actions.drop" : "actions.cancel")}>
          <ActionForm action={cancel} hidden={hidden} label={t(plan.status === "draft" ? "actions.drop" : "actions.cancel")}>
            <p className="text-sm text-ink-2">{t(plan.status === "approved" ? "actions.cancelHint" : "actions.dropHint")}</p>
            <SubmitButton variant="danger">{t(plan.status === "draft" ? "actions.dropNow" : "actions.cancelNow")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
