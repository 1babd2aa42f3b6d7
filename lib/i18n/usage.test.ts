import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadMessages, type MessageTree } from "./messages";

const messages = loadMessages("en");

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "");
}

function sources(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file) && !/\.(?:test|d)\.tsx?$/u.test(file) && !file.includes("generated"))
    .map((file) => ({ file: join(folder, file), text: withoutComments(readFileSync(join(folder, file), "utf8")) }));
}

function exists(path: string): boolean {
  let at: MessageTree[string] | undefined = messages;
  for (const key of path.split(".")) at = typeof at === "object" && !Array.isArray(at) ? at[key] : undefined;
  return at !== undefined;
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const app = sources("app");
const NAMESPACE = /(?:use|get)Translations\(\s*"([\w.]+)"\s*\)/gu;

/** The namespaces a file translates with: its own, and those of a `words` file that hands it a translator. */
function namespacesOf({ file, text }: (typeof app)[number]): string[] {
  const handed = all(text, /from "(\.[\w./]*\/words)"/gu).flatMap((path) =>
    app.filter((other) => other.file.startsWith(`${join(dirname(file), path)}.ts`)),
  );
  return [text, ...handed.map((other) => other.text)].flatMap((source) => all(source, NAMESPACE));
}

describe("every text a screen asks for exists", () => {
  const translating = app
    .map((source) => ({ ...source, namespaces: namespacesOf(source) }))
    .filter(({ namespaces }) => namespaces.length > 0);
  test.each(translating.map(({ file, text, namespaces }) => [file, text, namespaces] as const))("%s", (_, text, namespaces) => {
    const asked = all(text, /\bt(?:[A-Z]\w*)?(?:\.rich|\.markup)?\(\s*"([\w.]+)"/gu);
    const missing = asked.filter((key) => !namespaces.some((namespace) => exists(`${namespace}.${key}`)));
    expect(missing).toEqual([]);
  });
});

test("what client components translate with is handed down by some <Messages>", () => {
  const handedDown = [
    "common",
    ...app.flatMap(({ text }) => all(text, /namespaces=\{\[([^\]]*)\]\}/gu)).flatMap((list) => all(list, /"([\w.]+)"/gu)),
  ];
  const client = app
    .filter(({ text }) => text.startsWith('"use client"'))
    .flatMap(({ file, text }) => all(text, NAMESPACE).map((namespace) => ({ file, namespace })));
  const without = client.filter(({ namespace }) => !handedDown.some((given) => namespace === given || namespace.startsWith(`${given}.`)));
  expect(without).toEqual([]);
});

test("every refusal has its sentence", () => {
  const codes = [...sources("lib"), ...app].flatMap(({ file, text }) =>
    all(text, /\b(?:fail|refuse|new Refusal)\(\s*"([a-z_]+(?:\.[a-z_]+)*)"/gu).map((code) => ({ file, code })),
  );
  expect(codes.filter(({ code }) => !exists(`errors.${code}`))).toEqual([]);
});

test("no text stands there unused", () => {
  const leaves = (tree: MessageTree, path: readonly string[]): string[][] =>
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "object" && !Array.isArray(value) ? leaves(value, [...path, key]) : [[...path, key]],
    );
  const texts = [...app, ...sources("lib"), ...sources("prisma")].map(({ text }) => text);
  // A key is asked for whole ("row.remove"), by its last part, or made from a value (`roles.${role}`).
  const literals = new Set(texts.flatMap((text) => all(text, /["'`]([\w.-]+)["'`]/gu)));
  const patterns = [...new Set(texts.flatMap((text) => all(text, /`([\w.]*\$\{[^`]*)`/gu)))]
    .map((template) => template.replaceAll(/\$\{[^}]*\}/gu, "*"))
    .filter((template) => /^[\w.*]+$/u.test(template) && /[a-z]{2}/iu.test(template))
    .map((template) => new RegExp(`^${template.replaceAll(".", "\\.").replaceAll("*", "[\\w.-]+")}$`, "u"));
  const unused = leaves(messages, []).filter((path) => {
    const tails = path.map((_, from) => path.slice(from).join("."));
    return !tails.some((tail) => literals.has(tail) || patterns.some((pattern) => pattern.test(tail)));
  });
  expect(unused.map((path) => path.join("."))).toEqual([]);
});
