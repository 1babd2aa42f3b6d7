import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Membership } from "@/lib/households/membership";
import type { Id } from "@/lib/kernel/id";

/** The way to the person's other households, and to a new one. A native disclosure: it works without scripts. */
export function HouseholdSwitcher({ current, memberships }: { readonly current: Id; readonly memberships: readonly Membership[] }) {
  const t = useTranslations("households.switcher");
  const others = memberships.filter(({ householdId }) => householdId !== current);
  return (
    <details className="switcher desk:relative">
      <summary aria-label={t("open")} className="flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-m text-sm">
        <ChevronsUpDown aria-hidden="true" />
        <span aria-hidden="true" className="hidden desk:inline">
          {t("open")}
        </span>
      </summary>
      {/* On phones as wide as the page, under the top line; on the rail under its button. */}
      <ul className="absolute inset-x-4 z-10 grid rounded-m bg-sheet p-2 text-ink shadow-pop desk:inset-x-auto desk:top-full desk:left-0 desk:w-52">
        {others.map(({ householdId, household }) => (
          <li key={householdId}>
            <Link href={`/h/${householdId}`} className="menu-item">
              {household.name}
            </Link>
          </li>
        ))}
        <li>
          <Link href="/households" className="menu-item">
            {t("all")}
          </Link>
        </li>
        <li>
          <Link href="/households/new" className="menu-item">
            {t("new")}
          </Link>
        </li>
      </ul>
    </details>
  );
}
