import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";

/** A row of a checklist: its number or its tick in the margin, a name, and what can be done about it. */
export function TickRow({
  number,
  done,
  now = false,
  name,
  text,
  children,
}: {
  readonly number?: number;
  readonly done: boolean;
  readonly now?: boolean;
  readonly name: ReactNode;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <li className="margin-row" data-now={now} aria-current={now ? "step" : undefined}>
      <div className="!items-start pt-4">
        <span
          aria-hidden="true"
          className={classes(
            "grid size-[26px] place-items-center rounded-[7px] text-sm font-[650]",
            done ? "bg-accent text-on-accent" : "border-2 border-edge bg-sheet",
          )}
        >
          {done ? <Check /> : number}
        </span>
      </div>
      <div className="col-span-2 grid min-w-0 content-center gap-1 py-3 pr-4 pl-3 desk:pr-[22px]">
        <span className={classes("row-name", now && "text-md")}>{name}</span>
        {text ? <span className="text-sm text-ink-2">{text}</span> : null}
        {children}
      </div>
    </li>
  );
}
