import type { z } from "zod";

export type Wrong = { readonly code: string; readonly values?: Readonly<Record<string, string | number>> };
export type Parsed<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly errors: Readonly<Record<string, Wrong>>; readonly failure?: Wrong };

const CODE = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/u;

/**
 * A form's entries as an object for zod: blanks and empty files are left out (so `.optional()` means "may stay
 * empty"), a name sent more than once becomes an array, and `name[]` is always an array under `name`.
 */
export function formEntries(formData: FormData): Record<string, unknown> {
  // Names come from outside: "__proto__" and its like must stay names.
  const entries = new Map<string, unknown>();
  for (const key of new Set(formData.keys())) {
    if (key.startsWith("$")) continue;
    const values = formData.getAll(key).filter((value) => (typeof value === "string" ? value.trim() !== "" : value.size > 0));
    if (key.endsWith("[]")) entries.set(key.slice(0, -2), values);
    else if (values.length > 0) entries.set(key, values.length === 1 ? values[0] : values);
  }
  return Object.fromEntries(entries);
}

const BY_ORIGIN = {
  small: { string: "too_short", array: "too_few", set: "too_few" },
  big: { string: "too_long", array: "too_many", set: "too_many" },
} as const;

/** The code of an issue: its message where that is a code, else a generic one. What is absent is "required", unless a feature has its own code for that. */
export function wrongOf(issue: z.core.$ZodIssue, absent: boolean): Wrong {
  const own = CODE.test(issue.message) ? issue.message : undefined;
  if (own !== undefined && (!absent || own.includes("."))) return { code: own };
  if (absent) return { code: "required" };
  switch (issue.code) {
    case "too_small": {
      const minimum = Number(issue.minimum);
      if (issue.origin === "string" && minimum <= 1) return { code: "required" };
      return { code: BY_ORIGIN.small[issue.origin as keyof typeof BY_ORIGIN.small] ?? "too_low", values: { minimum } };
    }
    case "too_big":
      return { code: BY_ORIGIN.big[issue.origin as keyof typeof BY_ORIGIN.big] ?? "too_high", values: { maximum: Number(issue.maximum) } };
    case "invalid_format":
      return { code: issue.format === "email" || issue.format === "url" ? issue.format : "invalid" };
    case "invalid_value":
      return { code: "choice" };
    case "invalid_type":
      return { code: issue.expected === "number" || issue.expected === "int" ? "number" : "invalid" };
    default:
      return { code: "invalid" };
  }
}

/** Reads a form by its schema: the input, or the first thing wrong with each field. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, formData: FormData): Parsed<z.output<Schema>> {
  const entries = formEntries(formData);
  const result = schema.safeParse(entries);
  if (result.success) return { ok: true, input: result.data };
  const errors = new Map<string, Wrong>();
  let failure: Wrong | undefined;
  for (const issue of result.error.issues) {
    const [first] = issue.path;
    const field = String(first);
    if (first === undefined) failure ??= wrongOf(issue, false);
    else if (!errors.has(field)) errors.set(field, wrongOf(issue, !Object.hasOwn(entries, field)));
  }
  return { ok: false, errors: Object.fromEntries(errors), ...(failure ? { failure } : {}) };
}
