/** Where a balance came from (R48). Decides which rules it has; never guessed. */
export const ORIGINS = ["gift_card", "refund", "return", "promotion", "reward", "other", "unknown"] as const;
export type Origin = (typeof ORIGINS)[number];

/** Whether it is lost one day: on a date, never, or not known yet (R101). */
export const EXPIRIES = ["date", "never", "unknown"] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** Whether its terms let it buy gift cards. Only "yes" does; "unclear" counts as no (R96). */
export const GIFT_CARD_USES = ["yes", "no", "unclear"] as const;
export type GiftCardUse = (typeof GIFT_CARD_USES)[number];
