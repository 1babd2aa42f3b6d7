import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { currentPerson } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { AuthShell, Or } from "@/app/_ui/shell/auth-shell";
import { Messages } from "@/app/_i18n/messages";
import { SignOutForm } from "@/app/_session/sign-out-form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Person } from "@/lib/auth/sessions";
import { addressProblem } from "@/lib/households/invite";
import { findActor } from "@/lib/households/membership";
import { findInvitation, type Invitation } from "@/lib/households/queries";
import { formatDay } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import { dayIn } from "@/lib/kernel/day";
import { joinHousehold } from "../../actions";

// The link is a key: no search engine, and no other site by its referrer, should ever see it.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.join"))("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function JoinPage({ params }: PageProps<"/join/[token]">) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([findInvitation(token, systemClock), currentPerson()]);
  if (!invitation) return <Message code="households.invite_unknown" />;
  if (person && (await findActor(person.userId, invitation.householdId))) return <Already invitation={invitation} />;
  const problem = invitation.problem ?? (person ? addressProblem(invitation, person) : null);
  if (problem) return <Message code={problem} person={person} />;
  return <Welcome invitation={invitation} person={person} token={token} />;
}

async function Already({ invitation }: { readonly invitation: Invitation }) {
  const t = await getTranslations("auth.join");
  const { name } = invitation.household;
  return (
    <AuthShell promise={false}>
      <h1>{t("already", { household: name })}</h1>
      <LinkButton href={`/h/${invitation.householdId}`} variant="primary" wide>
        {t("open", { household: name })}
      </LinkButton>
    </AuthShell>
  );
}

async function Welcome({
  invitation,
  person,
  token,
}: {
  readonly invitation: Invitation;
  readonly person: Person | null;
  readonly token: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("auth.join"), getLocale()]);
  const { household, role, email, expiresAt, forMember } = invitation;
  const here = encodeURIComponent(`/join/${token}`);
  return (
    <AuthShell>
      <h1>{t("heading", { household: household.name })}</h1>
      {forMember ? <p>{t("become", { name: forMember })}</p> : null}
      <p>
        {t("terms", { role, until: formatDay(dayIn(household.timeZone, expiresAt), locale) })} {email ? t("bound", { email }) : null}
      </p>
      {person ? (
        <>
          <ActionForm action={joinHousehold} hidden={{ token }} summary={false}>
            <SubmitButton wide>{t(forMember ? "submitAs" : "submit", { household: household.name, name: forMember ?? "" })}</SubmitButton>
          </ActionForm>
          <SignedInAs person={person} />
        </>
      ) : (
        <>
          <LinkButton href={`/sign-up?next=${here}${email ? `&email=${encodeURIComponent(email)}` : ""}`} variant="primary" wide>
            {t("signUp")}
          </LinkButton>
          <Or />
          <LinkButton href={`/sign-in?next=${here}`} wide>
            {t("signIn")}
          </LinkButton>
        </>
      )}
    </AuthShell>
  );
}

async function Message({ code, person = null }: { readonly code: string; readonly person?: Person | null }) {
  const [t, errors] = await Promise.all([getTranslations("auth.join"), getTranslations("errors")]);
  return (
    <AuthShell promise={false}>
      <h1>{t("closed")}</h1>
      <p>{errors(code)}</p>
      {person ? <SignedInAs person={person} /> : null}
      <LinkButton href="/" wide>
        {t("home")}
      </LinkButton>
    </AuthShell>
  );
}

async function SignedInAs({ person }: { readonly person: Person }) {
  const t = await getTranslations("auth.join");
  return (
    <Messages namespaces={["live.signOut"]}>
      <SignOutForm className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm text-ink-2">{t("as", { name: person.name, email: person.email })}</span>
        <SubmitButton variant="text">{t("somebodyElse")}</SubmitButton>
      </SignOutForm>
    </Messages>
  );
}
