import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today, type Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import type { RemindersPage } from "@/lib/reminders/queries";
import { CopyLink } from "../copy-link";
import { endFeed, makeFeed } from "./actions";

/** The address of this server as the person's browser knows it. */
async function origin(): Promise<string> {
  const all = await headers();
  const host = all.get("x-forwarded-host") ?? all.get("host") ?? "localhost";
  return `${all.get("x-forwarded-proto") ?? "http"}://${host}`;
}

/** The person's own calendar: its address to copy, and to take back. */
export async function FeedSheet({ actor, page }: { readonly actor: Actor; readonly page: RemindersPage }) {
  const [t, locale, here] = await Promise.all([getTranslations("reminders.feed"), getLocale(), origin()]);
  const hidden = { household: actor.householdId };
  const { feed } = page;
  const since = feed ? formatDay(feed.since, locale, today(actor, systemClock)) : "";
  return (
    <Sheet aria-labelledby="calendar">
      <SectionTitle id="calendar">{t("title")}</SectionTitle>
      <p>{t("text")}</p>
      {feed?.token ? <CopyLink link={`${here}/calendar/${feed.token}`} label={t("label")} copy={t("copy")} copied={t("copied")} /> : null}
      {feed ? <p className="text-sm text-ink-2">{t(feed.token ? "since" : "hidden", { day: since })}</p> : null}
      <div className="flex flex-wrap gap-3">
        <ActionForm action={makeFeed} hidden={hidden} label={t(feed ? "renew" : "make")} summary={false}>
          <SubmitButton variant="quiet">{t(feed ? "renew" : "make")}</SubmitButton>
        </ActionForm>
        {feed ? (
          <ActionForm action={endFeed} hidden={hidden} label={t("end")} summary={false}>
            <SubmitButton variant="quiet">{t("end")}</SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </Sheet>
  );
}
