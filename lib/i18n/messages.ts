import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { PSEUDO_LOCALES, type Locale } from "./locale";
import { pseudoMessages } from "./pseudo";

/** Messages, compiled: namespace, then nested keys, then a plain text or the parts of one with values. */
export type MessageTree = { readonly [key: string]: CompiledMessage | MessageTree };

type Source = { readonly [key: string]: string | Source };

/** As plain arrays and objects: the compiler's plurals have no prototype, and React sends only plain ones to browsers. */
function compiledText(text: string): CompiledMessage {
  return JSON.parse(JSON.stringify(compile(text))) as CompiledMessage;
}

function compiled(source: Source): MessageTree {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => [key, typeof value === "string" ? compiledText(value) : compiled(value)]),
  );
}

type Loaded = { readonly stamp: string; readonly messages: MessageTree };
const cache = new Map<Locale, Loaded>();

/**
 * All messages of a language, one namespace per file of `messages/<locale>/`. Read and compiled once in production;
 * in development again whenever a file changed. Compiled, so that browsers needn't carry a parser.
 */
export function loadMessages(locale: Locale): MessageTree {
  const pseudo = PSEUDO_LOCALES.find((known) => known === locale);
  if (pseudo) return pseudoMessages(loadMessages("en"), pseudo);
  const cached = cache.get(locale);
  if (cached && process.env.NODE_ENV === "production") return cached.messages;
  const folder = join(process.cwd(), "messages", locale);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();
  const stamp = files.map((file) => `${file}:${statSync(join(folder, file)).mtimeMs}`).join(" ");
  if (cached?.stamp === stamp) return cached.messages;
  const messages = Object.fromEntries(
    files.map((file) => [file.slice(0, -".json".length), compiled(JSON.parse(readFileSync(join(folder, file), "utf8")) as Source)]),
  );
  cache.set(locale, { stamp, messages });
  return messages;
}
