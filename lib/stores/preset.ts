import { cents, type Cents } from "@/lib/kernel/cents";
import type { CurrencyCode } from "@/lib/kernel/currency";

export const STORE_PRESETS = ["plain", "amazon_us"] as const;
export type StorePreset = (typeof STORE_PRESETS)[number];

export type PresetStore = {
  readonly preset: StorePreset;
  readonly name: string;
  readonly region: string;
  readonly shippingFeeCents: Cents;
  /** Null: the fee is always due. */
  readonly freeShippingFromCents: Cents | null;
  readonly appliesBalanceFirst: boolean;
  readonly whereToLook: string;
  readonly balanceUrl: string | null;
  readonly termsUrl: string | null;
};

const AMAZON_US: PresetStore = {
  preset: "amazon_us",
  name: "Amazon (US)",
  region: "United States",
  shippingFeeCents: cents(699),
  freeShippingFromCents: cents(3500),
  appliesBalanceFirst: true,
  whereToLook: "Your Account, then Gift cards. Promotional balances are listed below the gift card balance or shown at checkout.",
  balanceUrl: "https://www.amazon.com/gc/balance",
  termsUrl: "https://www.amazon.com/gc-legal",
};

/** What is known of "Amazon (US)". Its amounts are dollars and its rules American, so it is offered only to households that count in dollars (R106). */
export function amazonPresetFor(currency: CurrencyCode): PresetStore | null {
  return currency === "USD" ? AMAZON_US : null;
}
