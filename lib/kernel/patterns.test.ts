import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Every pattern of the sources against input made to keep it busy: a pattern whose time grows faster than its input could stop the server with one
 * long field. Found by reading the sources, so that a new one is tried without anybody thinking of it.
 */
const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PLACES = ["app", "lib", "bin", "proxy.ts", "instrumentation.ts"];
const LENGTH = 20_000;
/** A linear pattern needs a millisecond or two; a quadratic one some hundred. */
const LIMIT_MS = 150;

type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

function sources(): string[] {
  return PLACES.flatMap((place) =>
    place.endsWith(".ts")
      ? [place]
      : readdirSync(path.join(ROOT, place), { recursive: true, encoding: "utf8" }).map((file) => path.join(place, file)),
  ).filter((file) => /\.(?:ts|tsx|mjs)$/u.test(file) && !/\.test\.tsx?$|[\\/](?:testing|generated|samples)[\\/]/u.test(file));
}

/** Where a slash begins a pattern: after what can't end a value. A tag's slash is none. */
const BEFORE_PATTERN = /(?:^|[=([{,;:!&|?+\-*%~^\n>]|\b(?:return|typeof|case|in|of|do|else|void|delete|await|yield))\s*$/u;

/** The patterns written in a file: strings, templates and comments are skipped. */
function patternsIn(file: string): Pattern[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const found: Pattern[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "/" && text[at + 1] === "/") at = endOf(text, "\n", at);
    else if (sign === "/" && text[at + 1] === "*") at = endOf(text, "*/", at) + 1;
    else if (sign === '"' || sign === "'") at = endOfString(text, at, sign);
    else if (sign === "/" && text[at + 1] !== ">" && text[at - 1] !== "<" && BEFORE_PATTERN.test(text.slice(Math.max(0, at - 40), at))) {
      const end = endOfPattern(text, at);
      if (end === null) continue;
      const flags = /^[dgimsuvy]*/u.exec(text.slice(end + 1))?.[0] ?? "";
      found.push({ file, source: text.slice(at + 1, end), flags });
      at = end + flags.length;
    }
  }
  return found;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end;
}

/** A quote that its line doesn't close is an apostrophe in a text. */
function endOfString(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
  }
  return from;
}

function endOfPattern(text: string, from: number): number | null {
  let inClass = false;
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\n") return null;
    if (sign === "\\") at += 1;
    else if (sign === "[") inClass = true;
    else if (sign === "]") inClass = false;
    else if (sign === "/" && !inClass) return at > from + 1 ? at : null;
  }
  return null;
}

/** Long inputs of the signs a pattern knows, one by one and in pairs, each with an end that spoils the match. */
function* adversaries({ source }: Pattern): Generator<string> {
  const plain = source.replace(/\\[wdsbpPuxWDSB](?:\{[^}]*\})?/gu, "").replace(/[\\^$.*+?()[\]{}|]/gu, "");
  const signs = [...new Set(["a", "A", "0", " ", "\t", "\n", "-", "/", ".", ...plain])].slice(0, 24);
  for (const sign of signs) for (const end of ["", "\u0000", "!", "a"]) yield sign.repeat(LENGTH) + end;
  for (let index = 0; index + 1 < plain.length && index < 30; index += 1) yield plain.slice(index, index + 2).repeat(LENGTH / 2) + "\u0000";
  for (const word of new Set(plain.match(/[a-z]{3,}/giu))) yield word.repeat(Math.ceil(LENGTH / word.length)) + "\u0000";
  for (const pair of ["a ", "a.", "a-", "0.", "0,", "0 ", "a/", "a@", "\\/", "=;", ", "]) yield pair.repeat(LENGTH / 2) + "\u0000";
}

function took(pattern: Pattern, input: string): number {
  const matcher = new RegExp(pattern.source, pattern.flags.replace(/[gy]/gu, ""));
  const began = performance.now();
  matcher.test(input);
  return performance.now() - began;
}

const patterns = [
  ...new Map(
    sources()
      .flatMap(patternsIn)
      .map((each) => [`${each.source}/${each.flags}`, each]),
  ).values(),
];

describe("every pattern in the sources", () => {
  it("is found by this test", () => {
    expect(patterns.length).toBeGreaterThan(80);
    const known = ["^-?\\d+", "<(?:!|", "[\\\\\\u0000-"];
    expect(known.slice(1).filter((start) => !patterns.some(({ source }) => source.startsWith(start)))).toEqual([]);
    for (const { file, source, flags } of patterns) expect(() => new RegExp(source, flags), `${file}: /${source}/${flags}`).not.toThrow();
  });

  it("this test sees one that takes too long", () => {
    const slow = { file: "", source: "^(?:a+)+$", flags: "u" };
    expect(took(slow, `${"a".repeat(24)}!`)).toBeGreaterThan(LIMIT_MS);
  });

  it("answers long hostile input at once", { timeout: 120_000 }, () => {
    const slow: string[] = [];
    for (const pattern of patterns) {
      for (const input of adversaries(pattern)) {
        // Tried again before it is blamed: the machine may have been busy elsewhere.
        if (took(pattern, input) > LIMIT_MS && Math.min(took(pattern, input), took(pattern, input)) > LIMIT_MS) {
          slow.push(`${pattern.file}: /${pattern.source}/${pattern.flags} on ${JSON.stringify(input.slice(0, 12))}…`);
          break;
        }
      }
    }
    expect(slow).toEqual([]);
  });

  it("is written down, or put together from our own constants", () => {
    const dynamic = sources()
      .filter((file) => !file.startsWith("bin"))
      .flatMap((file) =>
        readFileSync(path.join(ROOT, file), "utf8")
          .split("\n")
          .filter(
            (line) =>
              /\bRegExp\(/u.test(line) && !/RegExp\((?:String\.raw)?`(?:[^$`]|\$(?!\{)|\$\{(?:NUMBER|digits)\})*`, "i?u"\)/u.test(line),
          )
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(dynamic).toEqual([]);
  });
});
