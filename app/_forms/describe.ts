import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { cents } from "@/lib/kernel/cents";
import { parseDay } from "@/lib/kernel/day";

type Values = Readonly<Record<string, string | number>>;

/**
 * The values of a failure, ready for its sentence. Beside the given ones there are, formatted, `available` for
 * `availableCents` (with `currency` among the values) and `expires` for `expiresDay`.
 */
export function describeValues(values: Values, locale: string): Values {
  const described: Record<string, string | number> = { ...values };
  const currency = values["currency"];
  for (const [name, value] of Object.entries(values)) {
    if (name.endsWith("Cents") && typeof currency === "string")
      described[name.slice(0, -"Cents".length)] = formatMoney(cents(BigInt(value)), currency, locale);
    const day = name.endsWith("Day") ? parseDay(String(value)) : null;
    if (day) described[name.slice(0, -"Day".length)] = formatDay(day, locale);
  }
  return described;
}
