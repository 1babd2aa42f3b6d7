/** One thing wrong: its stable code and values, and the finished sentence in the person's language. */
export type FormProblem = {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  readonly text: string;
};

/** What an action may hand back for the page to show (a new invitation link, a count). Plain values only. */
export type Shown = Readonly<Record<string, string | number | boolean | null>>;

/** What a form knows after it was sent. */
export type FormState = {
  readonly status: "idle" | "error" | "done";
  /** Grows with every answer, so that two equal answers are still two. */
  readonly attempt: number;
  /** What is wrong with the whole, belonging to no field. */
  readonly failure?: FormProblem;
  /** What is wrong with single fields, by name. */
  readonly errors?: Readonly<Record<string, FormProblem>>;
  /** What was typed, kept after an error. Passwords and secret codes are never sent back. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** The command id for the next sending; new after each success, kept after an error. */
  readonly commandId?: string;
  readonly shown?: Shown;
};

export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

export const COMMAND_ID = "commandId";
export const IDLE: FormState = { status: "idle", attempt: 0 };

/** Every value a person typed or chose, by field name: without files, passwords, secret codes and what the framework adds. */
export function typedValues(formData: FormData): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of formData) {
    if (typeof value !== "string" || name.startsWith("$") || name === COMMAND_ID || /password|secret|^__proto__$/iu.test(name)) continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return Object.fromEntries(fields);
}
