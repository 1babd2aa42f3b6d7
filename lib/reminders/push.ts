import { createECDH, hkdfSync } from "node:crypto";
import webPush from "web-push";
import { authSecret } from "@/lib/auth/secret";
import type { Letter } from "./words";

/** The keys that tie notifications to this installation: browsers take them from nobody else. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string; readonly contact: string };

/** Made from the application's secret, so that they are the same on every server, and after a backup was restored. */
export function pushKeys(environment: NodeJS.ProcessEnv = process.env): PushKeys {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(hkdfSync("sha256", authSecret(), "", "commonpurse push", 32)));
  const url = environment.COMMONPURSE_URL ?? "";
  return {
    publicKey: pair.getPublicKey("base64url"),
    privateKey: pair.getPrivateKey("base64url"),
    contact: url.startsWith("https://") ? url : `mailto:${environment.SMTP_FROM?.trim() || "nobody@commonpurse.invalid"}`,
  };
}

/** A browser that asked for notifications. */
export type Browser = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

/** The services of the browsers' makers. The address comes from the browser, and this server posts to it: to no other place. */
const SERVICES = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "push.services.mozilla.com", "web.push.apple.com"];
const SERVICE_ENDINGS = [".push.apple.com", ".notify.windows.com", ".push.services.mozilla.com"];

/** Whether notifications may be posted there; COMMONPURSE_PUSH_HOST names one more host, as `host` or `host:port`. */
export function isPushService(endpoint: string, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, username, password } = new URL(endpoint);
  if (protocol !== "https:" || username !== "" || password !== "") return false;
  const known = SERVICES.includes(host) || SERVICE_ENDINGS.some((ending) => host.endsWith(ending));
  return known || (host !== "" && host === environment.COMMONPURSE_PUSH_HOST);
}

const KEPT_SECONDS = 24 * 60 * 60;
const NEVER_LONGER_MS = 15_000;
const GONE = [404, 410];

/** Pushes a letter to one browser: encrypted for it, so that its maker can't read it. "gone": it wants none any more. */
export async function sendPush(keys: PushKeys, browser: Browser, letter: Letter): Promise<"sent" | "gone"> {
  const [first] = letter.lines;
  const payload = {
    title: letter.subject,
    body: letter.lines.length === 1 ? (first?.text ?? "") : letter.lines.map((line) => line.title).join("\n"),
    url: letter.lines.length === 1 && first ? `${letter.home}${first.path}` : letter.home,
  };
  try {
    await webPush.sendNotification(
      { endpoint: browser.endpoint, keys: { p256dh: browser.p256dh, auth: browser.auth } },
      JSON.stringify(payload),
      {
        vapidDetails: { subject: keys.contact, publicKey: keys.publicKey, privateKey: keys.privateKey },
        TTL: KEPT_SECONDS,
        timeout: NEVER_LONGER_MS,
      },
    );
    return "sent";
  } catch (error) {
    if (error instanceof webPush.WebPushError && GONE.includes(error.statusCode)) return "gone";
    throw error;
  }
}
