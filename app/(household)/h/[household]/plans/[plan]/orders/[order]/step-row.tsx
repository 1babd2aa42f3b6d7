import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_forms/action-form";
import { classes } from "@/app/_ui/classes";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Step } from "@/lib/orders/schema";
import { tickStep } from "./actions";

export type StepState = "done" | "now" | "todo";

/** One row of the checklist: its sign, its name, and, while it is the one to do, everything it needs. */
export async function StepRow({
  state,
  name,
  text,
  children,
}: {
  readonly state: StepState;
  readonly name: ReactNode;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
}) {
  const t = await getTranslations("orders.steps");
  const done = state === "done";
  return (
    <li className="margin-row" data-now={state === "now"} aria-current={state === "now" ? "step" : undefined}>
      <div className={classes(state === "now" && "!items-start pt-4")}>
        <span
          className={classes(
            "grid size-[26px] place-items-center rounded-[7px]",
            done ? "bg-accent text-on-accent" : "border-2 border-edge bg-sheet",
          )}
        >
          {done ? <Check /> : null}
          <span className="sr-only">{t(done ? "done" : "todo")}</span>
        </span>
      </div>
      <div className="col-span-2 grid min-w-0 content-center gap-1 py-3 pr-4 pl-3 desk:pr-[22px]">
        <span className={classes("row-name", done && "text-ink-2", state === "now" && "text-md")}>{name}</span>
        {text && !done ? <span className="text-sm text-ink-2">{text}</span> : null}
        {children}
      </div>
    </li>
  );
}

type TickProps = { readonly household: string; readonly orderId: string; readonly step: Step };

/** The one filled button of the open step. */
export function TickButton({ household, orderId, step, children }: TickProps & { readonly children: string }) {
  return (
    <ActionForm action={tickStep} hidden={{ household, orderId, step, done: "yes" }} label={children} className="grid pt-1" summary={false}>
      <SubmitButton wide>{children}</SubmitButton>
    </ActionForm>
  );
}

/** Takes the tick of a done step away. */
export async function UntickButton({ household, orderId, step }: TickProps) {
  const t = await getTranslations("orders.steps");
  const label = t("untickLabel", { step: t(`${step}.name`) });
  return (
    <ActionForm
      action={tickStep}
      hidden={{ household, orderId, step, done: "no" }}
      label={label}
      className="-my-2 -ml-3.5 justify-self-start"
      summary={false}
    >
      <SubmitButton variant="text" small>
        {t("untick")}
      </SubmitButton>
    </ActionForm>
  );
}
