import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/app/_i18n/messages";
import { currentMemberships, requireActor } from "@/app/_session/actor";
import { buildId } from "@/app/_session/build-id";
import { memberColour } from "@/app/_ui/avatar";
import { AppShell } from "@/app/_ui/shell/app-shell";
import { householdFrame } from "@/lib/households/queries";
import { plansWaiting } from "@/lib/plans/queries";
import { LivePages } from "./_live/live-pages";
import { HouseholdSwitcher } from "./household-switcher";

export async function generateMetadata({ params }: LayoutProps<"/h/[household]">) {
  const actor = await requireActor((await params).household);
  return { title: { default: actor.household.name, template: `%s · ${actor.household.name}` } };
}

export default async function HouseholdLayout({
  params,
  children,
}: {
  readonly params: Promise<{ household: string }>;
  readonly children: ReactNode;
}) {
  const actor = await requireActor((await params).household);
  const [t, members, memberships, waiting] = await Promise.all([
    getTranslations("shell.places"),
    householdFrame(actor),
    currentMemberships(),
    plansWaiting(actor),
  ]);
  const home = `/h/${actor.householdId}`;
  const me = members.find(({ id }) => id === actor.memberId);
  return (
    <AppShell
      household={{ name: actor.household.name, memberNames: members.map(({ name }) => name), href: home }}
      me={{ name: actor.name, colour: memberColour(me?.colour ?? 0), href: "/account" }}
      places={[
        { href: home, label: t("home"), icon: "home" },
        { href: `${home}/lists`, label: t("lists"), icon: "lists" },
        {
          href: `${home}/plans`,
          label: t("plans"),
          icon: "plans",
          badge: waiting > 0 ? { count: waiting, text: t("waiting", { count: waiting }) } : undefined,
        },
        { href: `${home}/balances`, label: t("balances"), icon: "balances" },
        { href: `${home}/household`, label: t("household"), icon: "household" },
      ]}
      switcher={<HouseholdSwitcher current={actor.householdId} memberships={memberships} />}
    >
      {children}
      <Messages namespaces={["live.update"]}>
        <LivePages household={actor.householdId} build={buildId()} />
      </Messages>
    </AppShell>
  );
}
