import { Monitor, Smartphone } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { userAgentFromString } from "next/server";
import { ActionForm } from "@/app/_forms/action-form";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { SignedInDevice } from "@/lib/auth/sessions";
import { endOtherSessions, endSession } from "./actions";
import { LocalMoment } from "./local-moment";

/** Every place this person is signed in, each of which can be ended. */
export async function DevicesSheet({ devices }: { readonly devices: readonly SignedInDevice[] }) {
  const [t, locale] = await Promise.all([getTranslations("auth.account"), getLocale()]);
  const moment = (date: Date) => <LocalMoment at={date.toISOString()} locale={locale} />;
  return (
    <Sheet flush aria-labelledby="devices">
      <SectionTitle id="devices">{t("devices")}</SectionTitle>
      <ul className="rules" aria-labelledby="devices">
        {devices.map((device) => {
          const { browser, os, device: kind } = userAgentFromString(device.userAgent);
          const name =
            browser.name && os.name ? t("device", { browser: browser.name, system: os.name }) : (browser.name ?? t("unknownDevice"));
          const Sign = kind.type === "mobile" ? Smartphone : Monitor;
          return (
            <li key={device.id} className="flex items-center gap-3 px-4 py-3 desk:px-[22px]">
              <Sign />
              <div className="min-w-0 flex-1">
                <span className="block">{t.rich("since", { browser: name, since: () => moment(device.since) })}</span>
                <span className="block text-sm text-ink-2">
                  {device.current ? t("thisDevice") : t.rich("lastSeen", { when: () => moment(device.lastSeen) })}
                </span>
              </div>
              {device.current ? null : (
                <ActionForm action={endSession} hidden={{ session: device.id }} label={t("end", { device: name })} summary={false}>
                  <SubmitButton variant="quiet" small>
                    {t("endShort")}
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
      {devices.length > 1 ? (
        <div className="border-t border-rule px-4 py-4 desk:px-[22px]">
          <ActionForm action={endOtherSessions} label={t("endOthers")} summary={false}>
            <SubmitButton variant="quiet">{t("endOthers")}</SubmitButton>
          </ActionForm>
        </div>
      ) : null}
    </Sheet>
  );
}
