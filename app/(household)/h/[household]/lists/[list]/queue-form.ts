import { parseForm } from "@/app/_forms/parse";
import { typedValues, type FormProblem, type FormState } from "@/app/_forms/state";
import type { ItemFields } from "@/lib/lists/item";
import { toWire } from "@/lib/lists/wire";
import { itemFormSchema } from "./item-form-schema";

/** The fields that say something else now. */
function changedFields(before: ItemFields, after: ItemFields): Partial<ItemFields> {
  const [old, next] = [toWire(before), toWire(after)] as unknown as Record<string, unknown>[];
  const names = (Object.keys(after) as (keyof ItemFields)[]).filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(next?.[name]));
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

/** Reads the full form on the device itself, for when no server can be asked; `queue` takes what it says. */
export function queueForm(
  previous: FormState,
  formData: FormData,
  {
    digits,
    before,
    say,
    queue,
  }: {
    readonly digits: number;
    readonly before: ItemFields | null;
    readonly say: (code: string, values?: FormProblem["values"]) => string;
    readonly queue: (set: Partial<ItemFields>, all: ItemFields) => void;
  },
): FormState {
  const attempt = previous.attempt + 1;
  const parsed = parseForm(itemFormSchema(digits, [...formData.keys()]), formData);
  if (!parsed.ok) {
    const errors = Object.fromEntries(
      Object.entries(parsed.errors).map(([field, { code, values }]) => [field, { code, values, text: say(code, values) }]),
    );
    return { status: "error", attempt, fields: typedValues(formData), errors };
  }
  const { fields } = parsed.input;
  queue(before ? changedFields(before, fields) : fields, fields);
  return { status: "done", attempt, shown: { name: fields.name } };
}
