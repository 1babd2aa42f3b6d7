import { formatNames } from "@/lib/i18n/names";
import type { DraftLine } from "@/lib/plans/draft";
import type { PlanView } from "@/lib/plans/queries";
import type { PlanWords } from "./words";

/** "for everyone", "for Anna and Cleo". */
export function forText({ world }: PlanView, { t, locale, member }: PlanWords, line: DraftLine): string {
  const active = [...world.members.values()].filter((one) => one.active);
  if (line.parts.length > 1 && active.every((one) => line.parts.some((part) => part.memberId === one.id))) return t("forEveryone");
  return t("forSome", {
    names: formatNames(
      line.parts.map((part) => member(part.memberId)),
      locale,
    ),
  });
}
