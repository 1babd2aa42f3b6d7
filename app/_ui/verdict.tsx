import { Ban, ChevronDown, CircleCheck, SearchCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type VerdictKind = "OK" | "VERIFY" | "NO";

const ICONS = { OK: CircleCheck, VERIFY: SearchCheck, NO: Ban };

/** OK round and solid, VERIFY round and dashed, NO square and filled: icon, shape and word, never colour alone. */
export function VerdictBadge({ verdict }: { readonly verdict: VerdictKind }) {
  const t = useTranslations("common.verdict");
  const Icon = ICONS[verdict];
  return (
    <span className={classes("verdict", verdict !== "OK" && `verdict-${verdict.toLowerCase()}`)}>
      <Icon />
      {t(verdict)}
    </span>
  );
}

/** The badge as a 44 px switch that unfolds why: quote, rule, source, date, reader. Works without scripts. */
export function VerdictWhy({
  verdict,
  about,
  children,
}: {
  readonly verdict: VerdictKind;
  readonly about: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations("common.verdict");
  return (
    <details className="verdict-why">
      <summary>
        <VerdictBadge verdict={verdict} />
        <span className="sr-only">{t("why", { about })}</span>
        <ChevronDown />
      </summary>
      <div className="note mt-1 mb-2 flex-col">{children}</div>
    </details>
  );
}
