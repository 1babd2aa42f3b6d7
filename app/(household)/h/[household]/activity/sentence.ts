import { describeValues } from "@/app/_forms/describe";
import type { HistoryRow } from "@/lib/households/history";

export type SentenceWords = {
  readonly has: (key: string) => boolean;
  readonly say: (key: string, values: Readonly<Record<string, string | number>>) => string;
  readonly origin: (origin: string) => string;
};

/** The values of an entry ready for its sentence: amounts written out, and the balance it is about by its name. */
export function sentenceOf(
  { who, action, detail }: Pick<HistoryRow, "who" | "action" | "detail">,
  currency: string,
  locale: string,
  { has, say, origin }: SentenceWords,
): string {
  const plain = Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, typeof value === "number" ? value : String(value ?? "")]),
  );
  const from = plain["origin"] === undefined ? "" : origin(String(plain["origin"]));
  const label = String(plain["label"] ?? "");
  const credit = label === "" || label === from ? from : `${from} (${label})`;
  const values = describeValues({ ...plain, credit, who, currency }, locale);
  return say(has(action) ? action : "other", values);
}
