import { House, Building2, Users } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentMemberships, requirePerson } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { RowLink } from "@/app/_ui/rows";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import type { Actor } from "@/lib/auth/actor";
import { deletedHouseholds } from "@/lib/households/delete";
import { systemClock } from "@/lib/kernel/clock";
import { DeletedSheet } from "./deleted-sheet";
import { PersonFrame } from "./person-frame";

const SIGNS: Record<Actor["household"]["kind"], typeof House> = { family: House, shared_flat: Users, office: Building2 };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("households.chooser"))("title") };
}

export default async function HouseholdsPage() {
  const person = await requirePerson();
  const [t, memberships, deleted] = await Promise.all([
    getTranslations("households"),
    currentMemberships(),
    deletedHouseholds(person.userId, systemClock),
  ]);
  if (memberships.length + deleted.length === 0) redirect("/households/new");
  return (
    <PersonFrame>
      <PageHeader title={t("chooser.heading", { count: memberships.length })} above={t("chooser.greeting", { name: person.name })} />
      {memberships.length > 0 ? (
        <Sheet flush>
          <div className="rules">
            {memberships.map(({ householdId, household: { name, kind }, role }) => {
              const Sign = SIGNS[kind];
              return (
                <RowLink key={householdId} href={`/h/${householdId}`} title={name} sign={<Sign />}>
                  {t("chooser.line", { kind: t(`kinds.${kind}`), role: t(`roles.${role}`) })}
                </RowLink>
              );
            })}
          </div>
        </Sheet>
      ) : null}
      {deleted.length > 0 ? <DeletedSheet deleted={deleted} /> : null}
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/households/new">{t("new.open")}</LinkButton>
        <LinkButton href="/account" variant="text">
          {t("chooser.account")}
        </LinkButton>
      </div>
    </PersonFrame>
  );
}
