import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { TextLink } from "@/app/_ui/button";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, type Actor } from "@/lib/auth/actor";
import type { HouseholdPage, MemberRow } from "@/lib/households/queries";
import { formatDay } from "@/lib/i18n/days";
import { dayIn } from "@/lib/kernel/day";
import { addMember } from "./actions";
import { MemberChanges } from "./member-changes";

type Props = {
  readonly actor: Actor;
  readonly members: readonly MemberRow[];
  readonly former: HouseholdPage["former"];
  readonly open: unknown;
};

/** Who belongs to the household, as what; with what an adult may change about each. */
export async function MembersSheet({ actor, members, former, open }: Props) {
  const [t, locale] = await Promise.all([getTranslations("households.members"), getLocale()]);
  const { householdId } = actor;
  return (
    <Sheet flush aria-labelledby="members">
      <SectionTitle id="members">{t("title")}</SectionTitle>
      <ul className="rules" aria-labelledby="members">
        {members.map((member) => (
          <li key={member.id} aria-label={member.name}>
            <MemberLine actor={actor} member={member} open={open === member.id} />
          </li>
        ))}
      </ul>
      {former.length > 0 ? (
        <ul className="rules text-sm text-ink-2" aria-label={t("former")}>
          {former.map(({ id, name, status, endedAt }) => (
            <li key={id} className="px-4 py-3 desk:px-[22px]">
              {t("ended", { name, status, day: endedAt ? formatDay(dayIn(actor.household.timeZone, endedAt), locale) : "" })}
            </li>
          ))}
        </ul>
      ) : null}
      {isAdult(actor) ? (
        <div className="border-t border-rule px-4 py-3 desk:px-[22px]">
          <ActionForm action={addMember} hidden={{ household: householdId }} label={t("add")} doneText={t("added")} summary={false}>
            <TextField name="name" label={t("add")} hint={t("addHint")} autoComplete="off" required />
            <SubmitButton variant="quiet">{t("addSubmit")}</SubmitButton>
          </ActionForm>
        </div>
      ) : null}
    </Sheet>
  );
}

async function MemberLine({ actor, member, open }: { readonly actor: Actor; readonly member: MemberRow; readonly open: boolean }) {
  const t = await getTranslations("households");
  const here = `/h/${actor.householdId}/household`;
  const me = member.id === actor.memberId;
  const changeable = isAdult(actor) && !me && member.role !== "owner";
  return (
    <div className="margin-row">
      <div className="content-start pt-3">
        <Avatar name={member.name} colour={memberColour(member.colour)} size="md" />
      </div>
      <div className="margin-row-text pr-4">
        <span className="row-name">
          {member.name}
          {me ? <span className="row-quantity"> {t("members.you")}</span> : null}
        </span>
        <span className="row-meta text-sm text-ink-2">
          {t(member.signsIn ? `roles.${member.role}` : "members.noSignIn", { role: t(`roles.${member.role}`) })}
        </span>
        {changeable && open ? <MemberChanges actor={actor} member={member} /> : null}
      </div>
      {changeable ? (
        <div className="margin-row-end content-start">
          <TextLink href={open ? here : `${here}?open=${member.id}`} scroll={false}>
            {t.rich(open ? "members.close" : "members.change", {
              name: member.name,
              hidden: (text) => <span className="sr-only">{text}</span>,
            })}
          </TextLink>
        </div>
      ) : null}
    </div>
  );
}
