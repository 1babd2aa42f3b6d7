import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "./locale";

/** Messages as next-intl reads them: namespace, then nested keys, then ICU text. */
export type MessageTree = { readonly [key: string]: string | MessageTree };

type Loaded = { readonly stamp: string; readonly messages: MessageTree };
const cache = new Map<Locale, Loaded>();

/**
 * All messages of a language, one namespace per file of `messages/<locale>/`. Read once in production; in
 * development again whenever a file changed.
 */
export function loadMessages(locale: Locale): MessageTree {
  const cached = cache.get(locale);
  if (cached && process.env.NODE_ENV === "production") return cached.messages;
  const folder = join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  const stamp = files.map((file) => `${file}:${statSync(join(folder, file)).mtimeMs}`).join(" ");
  if (cached?.stamp === stamp) return cached.messages;
  const messages = Object.fromEntries(
    files.map((file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, file), "utf8")) as MessageTree]),
  );
  cache.set(locale, { stamp, messages });
  return messages;
}
