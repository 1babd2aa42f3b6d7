import { Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { ActionForm } from "@/app/_forms/action-form";
import { TextLink } from "@/app/_ui/button";
import type { Actor } from "@/lib/auth/actor";
import type { OrderView } from "@/lib/orders/queries";
import type { ToChoose } from "@/lib/plans/checkout";
import { STEPS_BEFORE, type Step } from "@/lib/orders/schema";
import { ChooseNote } from "../../choose-note";
import { closeOrder } from "./actions";
import { DifferentDisclosure } from "./different";
import type { Progress } from "./progress";
import { RecordForm } from "./record-form";
import { StepRow, TickButton, UntickButton, type StepState } from "./step-row";
import { WhatPays } from "./what-pays";
import type { OrderWords } from "./words";

type Props = {
  readonly actor: Actor;
  readonly view: OrderView;
  readonly words: OrderWords;
  readonly progress: Progress;
  /** What the store would take by itself and shouldn't. */
  readonly choose: ToChoose["tooMuch"];
};

/** Order day: one open step, what is done muted, what comes later closed (R13 to R15). */
export function StepsSheet({ actor, view, words, progress, choose }: Props) {
  const { t } = words;
  const { order } = view;
  const place = { household: actor.householdId, orderId: order.id };
  const stateOf = (step: Step | "record"): StepState => (progress.done.has(step) ? "done" : progress.now === step ? "now" : "todo");
  const ordered = order.status !== "planned";
  const finished = order.status === "closed";
  return (
    <Sheet flush aria-label={t("steps.list")}>
      <ol className="rules">
        {STEPS_BEFORE.map((step) => {
          const state = stateOf(step);
          const checksPay = step === "credit_shows";
          const text =
            checksPay && !view.credits.some((credit) => credit.plannedCents > 0n)
              ? t("steps.credit_shows.textCash")
              : t(`steps.${step}.text`);
          return (
            <StepRow key={step} state={state} name={t(`steps.${step}.name`)} text={state === "now" ? text : undefined}>
              {state === "now" ? (
                <>
                  {checksPay ? <WhatPays view={view} words={words} /> : null}
                  {checksPay && choose.length > 0 ? (
                    <ChooseNote store={order.storeName} tooMuch={choose} name={words.credit} money={words.money} />
                  ) : null}
                  <TickButton {...place} step={step}>
                    {t(`steps.${step}.done`)}
                  </TickButton>
                  {checksPay ? <DifferentDisclosure actor={actor} view={view} words={words} /> : null}
                </>
              ) : null}
              {state === "done" && !ordered ? <UntickButton {...place} step={step} /> : null}
            </StepRow>
          );
        })}
        <StepRow
          state={stateOf("record")}
          name={t("steps.record.name")}
          text={stateOf("record") === "todo" ? t("steps.record.text") : undefined}
        >
          {progress.now === "record" ? (
            <>
              <RecordForm actor={actor} view={view} words={words} />
              <DifferentDisclosure actor={actor} view={view} words={words} />
            </>
          ) : null}
          {stateOf("record") === "todo" && !ordered ? (
            <TextLink href="?write=1" className="justify-self-start" scroll={false}>
              {t("steps.record.early")}
            </TextLink>
          ) : null}
        </StepRow>
        <StepRow
          state={stateOf("methods_back")}
          name={t("steps.methods_back.name")}
          text={t(stateOf("methods_back") === "now" ? "steps.methods_back.now" : "steps.methods_back.text")}
        >
          {stateOf("methods_back") === "now" ? (
            <TickButton {...place} step="methods_back">
              {t("steps.methods_back.done")}
            </TickButton>
          ) : null}
          {stateOf("methods_back") === "done" && !finished ? <UntickButton {...place} step="methods_back" /> : null}
        </StepRow>
        {progress.now === "close" ? (
          <StepRow state="now" name={t("steps.close.name")} text={t("steps.close.text")}>
            <ActionForm action={closeOrder} hidden={place} label={t("steps.close.name")} className="grid pt-1">
              <SubmitButton wide>{t("steps.close.button")}</SubmitButton>
            </ActionForm>
          </StepRow>
        ) : null}
      </ol>
    </Sheet>
  );
}
