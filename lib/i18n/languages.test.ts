import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./locale";

type Source = { readonly [key: string]: string | Source };

/** Every text of a language: where it stands, and what it says. */
function textsOf(locale: string): ReadonlyMap<string, string> {
  const leaves = (source: Source, path: string): [string, string][] =>
    Object.entries(source).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[`${path}.${key}`, value]] : leaves(value, `${path}.${key}`),
    );
  const folder = join("messages", locale);
  return new Map(
    readdirSync(folder).flatMap((file) =>
      leaves(JSON.parse(readFileSync(join(folder, file), "utf8")) as Source, file.replace(".json", "")),
    ),
  );
}

/** What a text needs to be said: the names of its values and marks, and what it chooses by. */
function needs(text: string): string[] {
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, kind, ...rest] = part as unknown[];
    if (typeof name !== "string") return;
    if (typeof kind === "number") {
      found.add(kind === 1 ? `${name}, one of` : name);
      if (kind >= 1 && kind <= 3) Object.values(rest[0] as object).forEach(each);
    } else {
      found.add(name);
      [kind, ...rest].forEach(walk);
    }
  };
  const each = (sequence: unknown): void => {
    if (Array.isArray(sequence)) sequence.forEach(walk);
  };
  each(compile(text));
  return [...found].sort();
}

/** The cases a text tells apart by name ("{role, select, owner {…} …}"): all languages need the same. */
function casesOf(text: string): string[] {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, kind, options] = part as unknown[];
    if (typeof kind === "number" && kind >= 1 && kind <= 3 && typeof options === "object" && options !== null) {
      if (kind === 1) found.push(...Object.keys(options).map((option) => `${String(name)}=${option}`));
      Object.values(options).forEach((sequence) => Array.isArray(sequence) && sequence.forEach(walk));
    } else part.forEach(walk);
  };
  const compiled = compile(text);
  if (Array.isArray(compiled)) compiled.forEach(walk);
  return [...new Set(found)].sort();
}

const english = textsOf("en");

describe.each(LOCALES.filter((locale) => locale !== "en"))("%s", (locale) => {
  const texts = textsOf(locale);

  test("says everything English says, and nothing else", () => {
    expect([...english.keys()].filter((key) => !texts.has(key))).toEqual([]);
    expect([...texts.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  test("needs the same values and tells the same cases apart", () => {
    const differing = [...english].flatMap(([key, text]) => {
      const other = texts.get(key) ?? "";
      const same = needs(text).join() === needs(other).join() && casesOf(text).join() === casesOf(other).join();
      return same ? [] : [{ key, english: [...needs(text), ...casesOf(text)], other: [...needs(other), ...casesOf(other)] }];
    });
    expect(differing).toEqual([]);
  });

  test("has every plural its grammar knows", () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((category) => category !== "many");
    const lacking = [...texts].filter(([, text]) =>
      [...text.matchAll(/\bplural,/gu)].length > 0 ? wanted.some((category) => !text.includes(`${category} {`)) : false,
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});
