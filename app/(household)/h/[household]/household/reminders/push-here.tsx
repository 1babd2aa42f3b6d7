"use client";

import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { COMMAND_ID, IDLE } from "@/app/_forms/state";
import { Button } from "@/app/_ui/button";
import { addBrowser } from "./actions";

type Props = {
  readonly household: string;
  /** The installation's key: the browser takes notifications from nobody else. */
  readonly publicKey: string;
  readonly commandId: string;
};
type Answer = "on" | "denied" | "unsupported" | "failed";

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  const wanted = bytesOf(publicKey);
  const known = before?.options.applicationServerKey;
  if (before && known && new Uint8Array(known).join() === wanted.join()) return before;
  // From another installation, or before its secret changed: it would be refused.
  await before?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: wanted });
}

async function turnOn({ household, publicKey, commandId }: Props): Promise<Answer> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unsupported";
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const { endpoint, keys } = (await subscribe(publicKey)).toJSON();
  const form = new FormData();
  const given = { household, endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"], [COMMAND_ID]: commandId };
  for (const [name, value] of Object.entries(given)) form.set(name, value ?? "");
  return (await addBrowser(IDLE, form)).status === "done" ? "on" : "failed";
}

/** The button that lets this browser show notifications. The browser asks once more itself. */
export function PushHere(props: Props) {
  const t = useTranslations("reminders.devices");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const click = async () => {
    setBusy(true);
    setAnswer(await turnOn(props).catch(() => "failed" as const));
    setBusy(false);
  };
  return (
    <div className="grid gap-2 justify-items-start">
      <Button icon={<BellRing />} onClick={click} pending={busy}>
        {t("turnOn")}
      </Button>
      <p role="status" className="text-sm text-ink-2">
        {answer === null ? "" : t(answer)}
      </p>
    </div>
  );
}
