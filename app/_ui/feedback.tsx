import { CloudCheck, CloudOff, CircleQuestionMark, Info, Lightbulb, RefreshCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { printClass } from "./origin";

/** Three stamp outlines, one sentence, one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <div className="empty-cloths" aria-hidden="true">
        <i />
        <i className={printClass("gift_card")} />
        <i />
      </div>
      <h2>{title}</h2>
      {children ? <div className="max-w-[44ch] text-sm text-ink-2">{children}</div> : null}
      {action}
    </div>
  );
}

/** Still bars in the shape of rows, shown only after 300 ms. */
export function SkeletonRows({ rows = 3 }: { readonly rows?: number }) {
  const t = useTranslations("common");
  return (
    <div className="skeleton-rows grid gap-4" role="status">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center justify-between" aria-hidden="true">
          <div className="grid flex-1 gap-2">
            <span className="skeleton" style={{ width: `${52 - ((index * 17) % 20)}%` }} />
            <span className="skeleton" style={{ width: `${35 - ((index * 13) % 15)}%`, height: "10px" }} />
          </div>
          <span className="skeleton" style={{ width: "56px" }} />
        </div>
      ))}
    </div>
  );
}

/** Why the plan or the app says so, in one sentence. */
export function WhyLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className="why">
      <Lightbulb />
      <span>{children}</span>
    </p>
  );
}

/** A remark in a box. `problem` is for what went wrong, `offline` for what waits; both say so in words. */
export function Note({
  kind = "info",
  children,
  ...rest
}: {
  readonly kind?: "info" | "offline" | "problem";
  readonly children: ReactNode;
  readonly id?: string;
  readonly role?: "status" | "alert";
}) {
  const Icon = { info: Info, offline: CloudOff, problem: TriangleAlert }[kind];
  return (
    <div {...rest} className={classes("note", kind !== "info" && `note-${kind}`)}>
      <Icon />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

export type SyncState = { readonly kind: "saved" } | { readonly kind: "sending" | "waiting" | "needsYou"; readonly count: number };

/** Saved / Sending 2 / 2 to send / 1 needs you. Offline is calm, never red. */
export function SyncLabel({ state }: { readonly state: SyncState }) {
  const t = useTranslations("common.sync");
  const Icon = { saved: CloudCheck, sending: RefreshCw, waiting: CloudOff, needsYou: CircleQuestionMark }[state.kind];
  return (
    <span className={classes("sync", state.kind === "needsYou" && "sync-needs-you")}>
      <Icon />
      {state.kind === "saved" ? t("saved") : t(state.kind, { count: state.count })}
    </span>
  );
}

/** Steps of a checklist as a row of bars, said in words for those who don't see it. */
export function StepProgress({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useTranslations("common");
  return (
    <div className="steps-bar" role="img" aria-label={t("stepsDone", { done, total })}>
      {Array.from({ length: total }, (_, index) => (
        <i key={index} data-state={index < done ? "done" : index === done ? "now" : "open"} />
      ))}
    </div>
  );
}

/** How much of a whole, 0 to 100. `label` says what is measured. */
export function Progress({ label, percent }: { readonly label: string; readonly percent: number }) {
  const bounded = Math.min(100, Math.max(0, Math.round(percent)));
  return (
    <div className="meter" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={bounded}>
      <i style={{ width: `${bounded}%` }} />
    </div>
  );
}
