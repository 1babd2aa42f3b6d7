import nodemailer from "nodemailer";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Letter } from "./words";

/** How mail goes out: SMTP_HOST (with SMTP_PORT, SMTP_SECURE, SMTP_USER, SMTP_PASSWORD) and the sender, SMTP_FROM. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string;
  readonly from: string;
};

/** The settings of the environment; null where no mail server is named, and then no mail goes out. */
export function mailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const host = environment.SMTP_HOST?.trim();
  if (!host) return null;
  const secure = environment.SMTP_SECURE === "true" || environment.SMTP_PORT === "465";
  return {
    host,
    port: Number(environment.SMTP_PORT) || (secure ? 465 : 587),
    secure,
    user: environment.SMTP_USER?.trim() || null,
    password: environment.SMTP_PASSWORD ?? "",
    from: environment.SMTP_FROM?.trim() || `commonpurse@${host}`,
  };
}

const NEVER_LONGER_MS = 15_000;

/**
 * Sends a letter to one address. Names and amounts come from people: they are data to nodemailer (never part of a header
 * line) and escaped in HTML. `id` makes the Message-ID, so that a repeated sending is the same message.
 */
export async function sendMail(settings: MailSettings, to: string, letter: Letter, id: string, locale: Locale): Promise<void> {
  const transport = nodemailer.createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ...(settings.user === null ? {} : { auth: { user: settings.user, pass: settings.password } }),
    connectionTimeout: NEVER_LONGER_MS,
    greetingTimeout: NEVER_LONGER_MS,
    socketTimeout: NEVER_LONGER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { text, html } = bodies(letter, locale);
    await transport.sendMail({
      from: { name: "Commonpurse", address: settings.from },
      to: { name: "", address: to },
      subject: letter.subject,
      messageId: `<${id}@commonpurse.invalid>`,
      headers: { "Auto-Submitted": "auto-generated" },
      text,
      html,
    });
  } finally {
    transport.close();
  }
}

/** The same words twice: plain, and as HTML without pictures, styles from elsewhere or anything that tells when it was read. */
export function bodies({ lines, home }: Letter, locale: Locale): { readonly text: string; readonly html: string } {
  const t = translator(locale, "reminders.mail");
  const settings = `${home}/household/reminders`;
  const why = t("why");
  const text = [...lines.map((line) => `${line.title}\n${line.text}\n${home}${line.path}`), `${why}\n${settings}`].join("\n\n");
  const html = [
    `<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#16241f">`,
    ...lines.map(
      (line) =>
        `<p><strong><a href="${escaped(home + line.path)}" style="color:#12573d">${escaped(line.title)}</a></strong><br>${escaped(line.text)}</p>`,
    ),
    `<p style="color:#4c5a54;font-size:14px">${escaped(why)} <a href="${escaped(settings)}" style="color:#12573d">${escaped(t("change"))}</a></p>`,
    "</body></html>",
  ].join("\n");
  return { text, html };
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}
