import type { Expiry, GiftCardUse, Origin } from "./terms";

/** What the form begins with for an origin (R49): how such credit mostly is. Everything can be changed. */
export type OriginPreset = {
  /** Null: it must be answered, such credit has no usual end. */
  readonly expiry: Expiry | null;
  readonly giftCards: GiftCardUse;
  readonly coversShipping: boolean;
};

const MONEY: OriginPreset = { expiry: null, giftCards: "unclear", coversShipping: true };

const PRESETS: Readonly<Record<Origin, OriginPreset>> = {
  gift_card: MONEY,
  refund: MONEY,
  return: MONEY,
  // The store's own gifts end, and buy no gift cards (R41).
  promotion: { expiry: "date", giftCards: "no", coversShipping: false },
  reward: { expiry: "date", giftCards: "no", coversShipping: true },
  other: MONEY,
  unknown: { ...MONEY, expiry: "unknown" },
};

export function presetFor(origin: Origin): OriginPreset {
  return PRESETS[origin];
}
