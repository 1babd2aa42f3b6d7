import format, { type CompiledMessage, type FormatValues } from "icu-minify/format";
import type { Locale } from "./locale";
import { loadMessages, type MessageTree } from "./messages";

export type Translate = (key: string, values?: FormatValues<string>) => string;

const formatters = {
  getDateTimeFormat: (...options: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...options),
  getNumberFormat: (...options: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...options),
  getPluralRules: (...options: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...options),
};

function messageAt(tree: MessageTree, path: readonly string[]): CompiledMessage {
  let at: MessageTree[string] | undefined = tree;
  for (const key of path) at = typeof at === "object" && !Array.isArray(at) ? at[key] : undefined;
  if (typeof at !== "string" && !Array.isArray(at)) throw new Error(`no message ${path.join(".")}`);
  return at;
}

/**
 * Messages for what isn't a page: e-mails, notifications, calendar feeds. Pages use next-intl. A missing message is
 * a bug and throws.
 */
export function translator(locale: Locale, namespace: string): Translate {
  const messages = loadMessages(locale);
  return (key, values) => {
    const text = format<string>(messageAt(messages, [...namespace.split("."), ...key.split(".")]), locale, values, { formatters });
    return Array.isArray(text) ? text.join("") : text;
  };
}
