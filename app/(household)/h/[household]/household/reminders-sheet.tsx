import { useTranslations } from "next-intl";
import { RowLink } from "@/app/_ui/rows";
import { Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";

/** The way to what tells the person about what waits. */
export function RemindersSheet({ actor }: { readonly actor: Actor }) {
  const t = useTranslations("reminders.page");
  return (
    <Sheet flush>
      <RowLink href={`/h/${actor.householdId}/household/reminders`} title={t("open")}>
        {t("openText")}
      </RowLink>
    </Sheet>
  );
}
