import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { TextLink } from "@/app/_ui/button";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { isAdult, seesBalances } from "@/lib/auth/actor";
import { householdPage } from "@/lib/households/queries";
import { formatNames } from "@/lib/i18n/names";
import { systemClock } from "@/lib/kernel/clock";
import { BudgetSheet } from "./budget-sheet";
import { CasesSheet } from "./cases-sheet";
import { DeleteSheet } from "./delete-sheet";
import { InviteSheet } from "./invite-sheet";
import { LeaveSheet } from "./leave-sheet";
import { MembersSheet } from "./members-sheet";
import { RemindersSheet } from "./reminders-sheet";
import { SettingsSheet } from "./settings-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.places"))("household") };
}

/** `?open=` says whose changes, or that the settings or the leave-taking, are unfolded: an address works without scripts and survives a post. */
export default async function HouseholdPage({ params, searchParams }: PageProps<"/h/[household]/household">) {
  const { open } = await searchParams;
  const actor = await requireActor((await params).household);
  const [t, taking, locale, { members, former, invites }] = await Promise.all([
    getTranslations("households"),
    getTranslations("exports"),
    getLocale(),
    householdPage(actor, systemClock),
  ]);
  return (
    <>
      <PageHeader
        above={t("page.above", { kind: actor.household.kind, household: actor.household.name })}
        title={formatNames(
          members.map(({ name }) => name),
          locale,
        )}
      />
      <Columns>
        <Stack>
          <MembersSheet actor={actor} members={members} former={former} open={open} />
          {isAdult(actor) ? <InviteSheet actor={actor} invites={invites} /> : null}
        </Stack>
        <Stack>
          {isAdult(actor) ? <SettingsSheet actor={actor} open={open === "settings"} /> : null}
          {isAdult(actor) ? <CasesSheet actor={actor} /> : null}
          {seesBalances(actor) ? <BudgetSheet base={`/h/${actor.householdId}`} /> : null}
          <RemindersSheet actor={actor} />
          <TextLink href={`/h/${actor.householdId}/export`} className="justify-self-start">
            {taking("open")}
          </TextLink>
          <LeaveSheet actor={actor} open={open === "leave"} />
          {actor.role === "owner" ? <DeleteSheet actor={actor} open={open === "delete"} /> : null}
        </Stack>
      </Columns>
    </>
  );
}
