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
    <details className="household-switcher">
      <summary>
        <ChevronsUpDown aria-hidden="true" />
        <span className="household-switcher-label">{t("open")}</span>
      </summary>
      <ul>
        {others.map(({ householdId, name }) => (
          <li key={householdId}>
            <Link href={`/h/${householdId}`}>{name}</Link>
          </li>
        ))}
        <li>
          <Link href="/households">{t("all")}</Link>
        </li>
      </ul>
    </details>
  );
}
