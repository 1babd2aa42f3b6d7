import type { CompiledMessage } from "icu-minify/format";
import type { PseudoLocale } from "./locale";
import type { MessageTree } from "./messages";

type Rewrite = (text: string) => string;

const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "é",
  i: "í",
  n: "ñ",
  o: "ö",
  u: "ü",
  y: "ý",
  A: "Å",
  E: "É",
  O: "Ö",
  U: "Ü",
};

/** Half as long again, as German or Finnish may be: accents show what isn't translated, the tail what is cut off. */
function long(text: string): string {
  const words = text.trim().length;
  const accented = [...text].map((letter) => ACCENTS[letter] ?? letter).join("");
  if (words < 2) return accented;
  const tail = "·".repeat(Math.ceil(words / 2));
  // In words of a length that languages have.
  return accented + (tail.match(/.{1,14}/gu) ?? []).join(" ");
}

/** Written from right to left, whatever its letters. */
function mirrored(text: string): string {
  return `\u202e${text}\u202c`;
}

const REWRITES: Record<PseudoLocale, Rewrite> = { "en-XA": long, "en-XB": mirrored };

// A compiled text is a list of parts: plain text, "#" as 0, [name], [name, kind, cases or style], [tag, …parts].
// Kinds 1 to 3 choose among cases; the others format a value.
function rewritePart(part: unknown, rewrite: Rewrite): unknown {
  if (typeof part === "string") return rewrite(part);
  if (!Array.isArray(part)) return part;
  const [name, kind, ...rest] = part as unknown[];
  if (kind === undefined) return part;
  if (typeof kind !== "number") return [name, ...[kind, ...rest].map((child) => rewritePart(child, rewrite))];
  if (kind < 1 || kind > 3) return part;
  const cases = Object.entries(rest[0] as Record<string, unknown>);
  return [name, kind, Object.fromEntries(cases.map(([key, value]) => [key, rewriteText(value, rewrite)]))];
}

function rewriteText(text: unknown, rewrite: Rewrite): unknown {
  return Array.isArray(text) ? text.map((part) => rewritePart(part, rewrite)) : rewritePart(text, rewrite);
}

/** All messages in that made-up language; values stay as they are. */
export function pseudoMessages(messages: MessageTree, locale: PseudoLocale): MessageTree {
  const branch = (tree: MessageTree): MessageTree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === "object" && !Array.isArray(value) ? branch(value) : (rewriteText(value, REWRITES[locale]) as CompiledMessage),
      ]),
    );
  return branch(messages);
}
