import { cents, type Cents } from "@/lib/kernel/cents";
import { assert } from "@/lib/kernel/assert";

const PPM = 1_000_000n;

/** The most a rate may be: 100 %. */
export const MAX_RATE_PPM = 1_000_000;

/** The estimated sales tax on a line's goods at `ratePpm` millionths (8.875 % is 88750), rounded half up to whole cents. */
export function estimateTax(goods: Cents, ratePpm: number): Cents {
  assert(
    goods >= 0n && Number.isInteger(ratePpm) && ratePpm >= 0 && ratePpm <= MAX_RATE_PPM,
    "goods and rate are not negative, and the rate at most 100 %",
  );
  return cents((goods * BigInt(ratePpm) + PPM / 2n) / PPM);
}

/** A percentage as a person types it ("8.875", "8,875 %") in millionths; null when it isn't one from 0 to 100 with at most four decimals. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/u.exec(text.trim());
  if (!match) return null;
  const rate = Number(match[1]) * 10_000 + Number((match[2] ?? "").padEnd(4, "0"));
  return rate <= MAX_RATE_PPM ? rate : null;
}

/** Millionths as the percentage a form shows: 88750 is "8.875". */
export function percentText(ratePpm: number): string {
  const whole = Math.floor(ratePpm / 10_000);
  const decimals = String(ratePpm % 10_000)
    .padStart(4, "0")
    .replace(/(?<!0)0+$/u, "");
  return decimals ? `${whole}.${decimals}` : String(whole);
}
