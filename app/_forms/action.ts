import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { isId, newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { describeValues } from "./describe";
import { parseForm, type Wrong } from "./parse";
import { COMMAND_ID, typedValues, type FormAction, type FormProblem, type Shown } from "./state";

export type FormContext = {
  /** Made with the page, the same on every retry: hand it to the command, so that a repetition changes nothing. */
  readonly commandId: Id;
  readonly formData: FormData;
};

/**
 * Makes a server action for <ActionForm> out of a schema and a handler. Copy this:
 *
 *     // app/(household)/…/actions.ts
 *     "use server";
 *     export const addList = formAction(addListSchema, async (input, { commandId }) => {
 *       const actor = await requireActor();                       // from the session, never from the form
 *       const result = await commands.addList(actor, commandId, input);
 *       if (result.ok) refresh();                                 // or redirect(…): it may be called here
 *       return result;                                            // a Result; its failure becomes words
 *     });
 *
 *     // app/(household)/…/page.tsx (a server component)
 *     <ActionForm action={addList} hidden={{ householdId }}>
 *       <TextField name="name" label={t("name")} required />
 *       <SubmitButton>{t("add")}</SubmitButton>
 *     </ActionForm>
 *
 * Schema messages are codes of `errors.json` (`z.string().max(80, "too_long")` or none: generic codes exist).
 * A failure with `field` stands beside that field, one without above the form. Values named `…Cents` (with a
 * `currency`) and `…Day` are offered to the sentence formatted, without that ending.
 * A successful Result whose value is a plain object may be shown: `ok({ link })` arrives as `state.shown.link`.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, context: FormContext) => Promise<Result<Shown | void>>,
): FormAction {
  return async (previous, formData) => {
    const attempt = previous.attempt + 1;
    const given = formData.get(COMMAND_ID);
    const commandId = typeof given === "string" && isId(given) ? given : newId();
    const [t, locale] = await Promise.all([getTranslations("errors"), getLocale()]);
    const say = ({ code, values }: Wrong, fallback: string): FormProblem => ({
      code,
      values,
      text: t(t.has(code) ? code : fallback, values ? { ...describeValues(values, locale) } : undefined),
    });
    const kept = { status: "error", attempt, commandId, fields: typedValues(formData) } as const;

    const parsed = parseForm(schema, formData);
    if (!parsed.ok) {
      const errors = Object.fromEntries(Object.entries(parsed.errors).map(([field, wrong]) => [field, say(wrong, "invalid")]));
      return { ...kept, errors, ...(parsed.failure ? { failure: say(parsed.failure, "invalid") } : {}) };
    }
    const result = await handler(parsed.input, { commandId, formData });
    if (result.ok) return { status: "done", attempt, commandId: newId(), ...(result.value ? { shown: result.value } : {}) };
    const problem = say(result.failure, "unexpected");
    const { field } = result.failure;
    return field === undefined ? { ...kept, failure: problem } : { ...kept, errors: { [field]: problem } };
  };
}
