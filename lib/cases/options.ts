/** What a case is about: a redemption gone wrong, or a question about what a balance may do (R93). */
export const ABOUTS = ["mistake", "question"] as const;
export type About = (typeof ABOUTS)[number];

/** Why something went wrong (R30). */
export const REASONS = ["wrong_account", "glitch", "other"] as const;
export type Reason = (typeof REASONS)[number];

/** The five ways there are after a redemption, best first (R1). There is no sixth, and none takes the redemption back (R2). */
export const OPTIONS = ["use_yourself", "buy_for_household", "gift_cards", "support", "third_party"] as const;
export type Option = (typeof OPTIONS)[number];

/** What must have been looked at before support is offered: it is the last resort (R29). */
export const BEFORE_SUPPORT = ["use_yourself", "buy_for_household", "gift_cards"] as const satisfies readonly Option[];

export const CHOICES = ["chosen", "passed"] as const;
export type Choice = (typeof CHOICES)[number];

/** What was decided about each option; one that is absent wasn't looked at yet. */
export type Choices = Readonly<Partial<Record<Option, Choice>>>;

/** Whether the way to support is open: at once for a question, after the three options for a mistake (R29). */
export function supportIsOpen(about: About, choices: Choices): boolean {
  return about === "question" || BEFORE_SUPPORT.every((option) => choices[option] !== undefined);
}

/**
 * The options that are open to a decision, in their order: each after the one before it. Third parties come after
 * support, and only where somebody goes there on purpose (R36).
 */
export function openOptions(choices: Choices): readonly Option[] {
  const first = OPTIONS.findIndex((option) => choices[option] === undefined);
  return first === -1 ? OPTIONS : OPTIONS.slice(0, first + 1);
}

/** How a case ended; null while it is open (R34). */
export const OUTCOMES = ["granted", "partial", "denied", "no_reply", "reversed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What support may ask to see (R35). */
export const DOCUMENTS = ["receipt", "card_photo", "confirmation", "account_page"] as const;
export type Document = (typeof DOCUMENTS)[number];

export const CHANNELS = ["chat", "phone", "email", "form", "other"] as const;
export type Channel = (typeof CHANNELS)[number];
