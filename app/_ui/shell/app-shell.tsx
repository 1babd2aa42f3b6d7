import { House, ListChecks, NotebookPen, Package, Users, WalletCards, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNames } from "@/lib/i18n/names";
import { Avatar, type MemberColour } from "../avatar";
import { Mark } from "../mark";
import { Places } from "./places";

export type PlaceIcon = "home" | "lists" | "plans" | "balances" | "household" | "budget";
export type Place = {
  readonly href: string;
  readonly label: string;
  readonly icon: PlaceIcon;
  /** How many things wait there for me, with the words for it ("1 waiting for you"). */
  readonly badge?: { readonly count: number; readonly text: string } | undefined;
};

const ICONS: Record<PlaceIcon, LucideIcon> = {
  home: House,
  lists: ListChecks,
  plans: Package,
  balances: WalletCards,
  household: Users,
  budget: NotebookPen,
};
const ON_PHONE = 5;

export type AppShellProps = {
  readonly household: { readonly name: string; readonly memberNames: readonly string[]; readonly href: string };
  readonly me: { readonly name: string; readonly colour: MemberColour; readonly href: string };
  /** In order; phones show the first five as tabs, desktops all of them. */
  readonly places: readonly Place[];
  /** Under the paper label on the rail, and in the top line on phones: choosing another household. */
  readonly switcher?: ReactNode;
  /** <SyncLabel> or a live one. */
  readonly sync?: ReactNode;
  readonly children: ReactNode;
};

/** The household's frame: cloth rail on desktops, top line and tabs on phones. Pages render <PageHeader> and sheets inside. */
export function AppShell({ household, me, places, switcher, sync, children }: AppShellProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const links = places.map(({ icon, ...place }) => {
    const Icon = ICONS[icon];
    return { ...place, icon: <Icon /> };
  });
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t("skip")}
      </a>
      <header className="shell-rail">
        <div className="brand">
          <Mark size={34} purse="var(--cloth-ink)" />
          {t("name")}
        </div>
        <div className="grid gap-2">
          <div className="label-tag">
            {household.name}
            <small>{formatNames(household.memberNames, locale)}</small>
          </div>
          {switcher}
        </div>
        <nav aria-label={t("main")}>
          <Places places={links} />
        </nav>
        <div className="shell-rail-foot">
          {sync}
          <Link href={me.href} className="shell-rail-me">
            <Avatar name={me.name} colour={me.colour} size="md" />
            {me.name}
          </Link>
        </div>
      </header>
      <div className="min-w-0">
        <header className="shell-top">
          <Link href={household.href} className="label-tag flex min-h-11 items-center no-underline">
            {household.name}
          </Link>
          {switcher}
          <span className="flex-1" />
          {sync}
          <Link href={me.href} className="icon-button" aria-label={t("me", { name: me.name })}>
            <Avatar name={me.name} colour={me.colour} size="md" />
          </Link>
        </header>
        <main id="main" className="shell-main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav className="shell-tabs" aria-label={t("main")}>
        <Places places={links.slice(0, ON_PHONE)} />
      </nav>
    </div>
  );
}
