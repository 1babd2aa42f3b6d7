import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cookies } from "next/headers";
import { AppShell } from "../../_ui/shell/app-shell";
import { BackLink } from "../../_ui/shell/back-link";
import { Columns, PageHeader, Sheet, SectionTitle, Stack } from "../../_ui/sheet";
import { SyncLabel } from "../../_ui/feedback";
import { THEME_COOKIE, themeOf } from "../../_ui/theme";
import { ThemeChoice } from "../../_ui/theme-choice";
import { Dock } from "../../_ui/dock";
import { Button } from "../../_ui/button";
import { ActionsKit } from "./actions-kit";
import { BalancesKit } from "./balances-kit";
import { FormKit } from "./form-kit";
import { PlanKit } from "./plan-kit";
import { RowsKit } from "./rows-kit";

export const metadata: Metadata = { title: "Component states" };

/** Every primitive in its states, for those who build pages. Not part of the product. */
export default async function UiKit() {
  if (process.env.NODE_ENV === "production") notFound();
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell
      household={{ name: "Ferreira", memberNames: ["Anna", "Ben", "Cleo"], href: "/ui-kit" }}
      me={{ name: "Ben Ferreira", colour: "b", href: "/ui-kit" }}
      places={[
        { href: "/ui-kit", label: "Home", icon: "home" },
        { href: "/ui-kit/lists", label: "Lists", icon: "lists" },
        { href: "/ui-kit/plans", label: "Plans", icon: "plans", badge: { count: 1, text: "1 waiting for you" } },
        { href: "/ui-kit/balances", label: "Balances", icon: "balances" },
        { href: "/ui-kit/household", label: "Household", icon: "household" },
        { href: "/ui-kit/budget", label: "Budget", icon: "budget" },
      ]}
      sync={<SyncLabel state={{ kind: "saved" }} />}
    >
      <BackLink href="/ui-kit">Plans</BackLink>
      <PageHeader
        above="Saturday 14 November"
        title="Ben buys three things, and nobody pays cash"
        below="Saturday order, Ben’s Amazon account"
      />
      <Columns>
        <Stack>
          <PlanKit />
          <FormKit />
        </Stack>
        <Stack>
          <BalancesKit />
          <RowsKit />
          <ActionsKit />
          <Sheet>
            <SectionTitle>Look</SectionTitle>
            <ThemeChoice theme={theme} />
          </Sheet>
        </Stack>
      </Columns>
      <Dock>
        <p className="wide-only flex-1 font-[650]">Approve, Ben?</p>
        <Button>Change</Button>
        <Button variant="primary" className="flex-1">
          Approve, hold $56.10
        </Button>
      </Dock>
    </AppShell>
  );
}
