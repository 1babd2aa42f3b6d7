import { getLocale, getTranslations } from "next-intl/server";
import { Messages } from "@/app/_i18n/messages";
import { ActionForm } from "@/app/_forms/action-form";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today, type Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import { pushKeys } from "@/lib/reminders/push";
import type { RemindersPage } from "@/lib/reminders/queries";
import { removeBrowser } from "./actions";
import { PushHere } from "./push-here";

/** The person's devices that show notifications, and the one at hand. */
export async function PushSheet({ actor, page }: { readonly actor: Actor; readonly page: RemindersPage }) {
  const [t, locale] = await Promise.all([getTranslations("reminders.devices"), getLocale()]);
  const now = today(actor, systemClock);
  return (
    <Sheet aria-labelledby="push">
      <SectionTitle id="push">{t("title")}</SectionTitle>
      {page.browsers.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="grid gap-2">
        {page.browsers.map((browser) => (
          <li key={browser.id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {browser.device || t("unknown")}{" "}
              <span className="text-sm text-ink-2">{t("since", { day: formatDay(browser.since, locale, now) })}</span>
            </span>
            <ActionForm
              action={removeBrowser}
              hidden={{ household: actor.householdId, browser: browser.id }}
              label={t("turnOff")}
              summary={false}
            >
              <SubmitButton variant="quiet" small>
                {t("turnOff")}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <Messages namespaces={["reminders.devices"]}>
        <PushHere household={actor.householdId} publicKey={pushKeys().publicKey} commandId={newId()} />
      </Messages>
    </Sheet>
  );
}
