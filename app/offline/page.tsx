import { getTranslations } from "next-intl/server";
import { Messages } from "@/app/_i18n/messages";
import { AuthShell } from "@/app/_ui/shell/auth-shell";
import { KeptLists } from "./kept-lists";

export async function generateMetadata() {
  return { title: (await getTranslations("live.offline"))("title") };
}

/** Where the app starts without a network: it holds nobody's data, and finds on the device which lists can be opened. */
export default async function OfflinePage() {
  const t = await getTranslations("live.offline");
  return (
    <AuthShell promise={false}>
      <h1>{t("title")}</h1>
      <p>{t("explain")}</p>
      <Messages namespaces={["live.offline"]}>
        <KeptLists />
      </Messages>
    </AuthShell>
  );
}
