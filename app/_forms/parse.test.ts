import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formEntries, parseForm } from "./parse";
import { amount, checkbox, several, wholeNumber } from "./schemas";
import { typedValues } from "./state";

function form(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("formEntries", () => {
  test("leaves blanks and the framework's own fields out", () => {
    expect(
      formEntries(
        form([
          ["name", "Weekly"],
          ["note", "  "],
          ["$ACTION_ID_1", "x"],
        ]),
      ),
    ).toEqual({ name: "Weekly" });
  });
  test("collects a name sent more than once, and always one that ends with []", () => {
    expect(
      formEntries(
        form([
          ["who", "a"],
          ["who", "b"],
          ["tags[]", "x"],
        ]),
      ),
    ).toEqual({ who: ["a", "b"], tags: ["x"] });
  });
});

describe("names that every object has", () => {
  const hostile = form([
    ["__proto__", "a"],
    ["__proto__", "polluted"],
    ["constructor", "b"],
    ["toString", "c"],
    ["name", "Weekly"],
  ]);
  test("stay names, and change no object", () => {
    const entries = formEntries(hostile);
    expect(Object.getPrototypeOf(entries)).toBe(Object.prototype);
    expect(Object.keys(entries)).toEqual(["__proto__", "constructor", "toString", "name"]);
    expect(z.object({ name: z.string() }).parse(entries)).toEqual({ name: "Weekly" });
    expect(Object.prototype).not.toHaveProperty("polluted");
  });
  test("come back as typed, but for the one that can't", () => {
    const typed = typedValues(hostile);
    expect(Object.getPrototypeOf(typed)).toBe(Object.prototype);
    expect(Object.entries(typed)).toEqual([
      ["constructor", ["b"]],
      ["toString", ["c"]],
      ["name", ["Weekly"]],
    ]);
  });
  test("wrong in a loose form, are told like any other field", () => {
    const parsed = parseForm(z.looseObject({ constructor: z.enum(["x"]) }), hostile);
    expect(parsed).toMatchObject({ ok: false, errors: { constructor: { code: "choice" } } });
  });
});

describe("parseForm", () => {
  const wrong = (schema: z.ZodType, entries: readonly (readonly [string, string])[]) => {
    const parsed = parseForm(schema, form(entries));
    return parsed.ok ? null : { ...parsed.errors, ...(parsed.failure ? { "": parsed.failure } : {}) };
  };

  test("gives the input when all is well", () => {
    const schema = z.object({ name: z.string().trim().max(80), note: z.string().optional(), pinned: checkbox });
    expect(
      parseForm(
        schema,
        form([
          ["name", " Weekly "],
          ["note", ""],
          ["pinned", "on"],
        ]),
      ),
    ).toEqual({ ok: true, input: { name: "Weekly", pinned: true } });
  });

  test.each([
    ["what is missing", z.object({ x: z.string() }), "", { x: { code: "required" } }],
    ["a missing day", z.object({ x: z.iso.date("day") }), "", { x: { code: "required" } }],
    ["what a feature calls missing", z.object({ x: z.string("credits.origin_missing") }), "", { x: { code: "credits.origin_missing" } }],
    ["a missing choice", z.object({ x: z.enum(["a", "b"]) }), "", { x: { code: "required" } }],
    ["a wrong choice", z.object({ x: z.enum(["a", "b"]) }), "c", { x: { code: "choice" } }],
    ["a text too short", z.object({ x: z.string().min(8) }), "short", { x: { code: "too_short", values: { minimum: 8 } } }],
    ["a text too long", z.object({ x: z.string().max(3) }), "long", { x: { code: "too_long", values: { maximum: 3 } } }],
    ["no e-mail address", z.object({ x: z.email() }), "ben", { x: { code: "email" } }],
    ["no link", z.object({ x: z.url() }), "ben", { x: { code: "url" } }],
    ["no number", z.object({ x: wholeNumber(1, 9) }), "two", { x: { code: "number" } }],
    ["a number too high", z.object({ x: wholeNumber(1, 9) }), "12", { x: { code: "too_high", values: { maximum: 9 } } }],
    ["an amount with too many digits", z.object({ x: amount(2) }), "1.2345", { x: { code: "money.digits" } }],
    [
      "the schema's own code",
      z.object({ x: z.string().refine(() => false, "lists.name_taken") }),
      "a",
      { x: { code: "lists.name_taken" } },
    ],
  ] as const)("names %s", (_, schema, value, expected) => {
    expect(wrong(schema, [["x", value]])).toEqual(expected);
  });

  test("keeps the first error of each field and what concerns the whole apart", () => {
    const schema = z.object({ from: z.string().min(3).regex(/^a/u), to: z.string() }).refine(({ from, to }) => from !== to, "invalid");
    expect(
      wrong(schema, [
        ["from", "b"],
        ["to", "c"],
      ]),
    ).toEqual({ from: { code: "too_short", values: { minimum: 3 } } });
    expect(
      wrong(schema, [
        ["from", "abc"],
        ["to", "abc"],
      ]),
    ).toEqual({ "": { code: "invalid" } });
  });

  test("reads several values of one name, also one or none", () => {
    const schema = z.object({ who: several(z.string()) });
    expect(
      parseForm(
        schema,
        form([
          ["who", "a"],
          ["who", "b"],
        ]),
      ),
    ).toEqual({ ok: true, input: { who: ["a", "b"] } });
    expect(parseForm(schema, form([["who", "a"]]))).toEqual({ ok: true, input: { who: ["a"] } });
    expect(parseForm(schema, form([]))).toEqual({ ok: true, input: { who: [] } });
  });

  test("reads amounts exactly", () => {
    expect(parseForm(z.object({ x: amount(2) }), form([["x", "$1,234.50"]]))).toEqual({ ok: true, input: { x: 123_450n } });
  });
});

test("typed values are kept, but never a password", () => {
  expect(
    typedValues(
      form([
        ["email", "ben@example.org"],
        ["password", "secret"],
        ["newPassword", "secret"],
        ["commandId", "x"],
        ["who", "a"],
        ["who", "b"],
      ]),
    ),
  ).toEqual({
    email: ["ben@example.org"],
    who: ["a", "b"],
  });
});
