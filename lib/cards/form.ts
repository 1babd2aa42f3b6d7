import { readPositive } from "@/lib/credits/form";
import type { Expiry } from "@/lib/credits/terms";
import type { Cents } from "@/lib/kernel/cents";
import type { CurrencyCode } from "@/lib/kernel/currency";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import type { CardFactsForm, CardForm } from "./schema";
import type { Secret } from "./seal";

/** What is known of a card besides its code, store, holder and amount. */
export type CardFacts = {
  readonly label: string;
  readonly expiry: Expiry;
  /** The last day it can be redeemed; null unless `expiry` is "date". */
  readonly expiresOn: Day | null;
  readonly forMemberId: Id | null;
  readonly forOutside: string;
  /** The balance it was bought with. */
  readonly boughtWithId: Id | null;
};

export type NewCard = CardFacts & {
  readonly storeId: Id;
  readonly holderId: Id;
  readonly amountCents: Cents;
  readonly secret: Secret;
  readonly remindOn: Day | null;
  /** The plan of the gift it was bought for; left out for none. */
  readonly giftPlanId?: Id;
};

/** Reads what the form says of a card; it is for one person at most, a member or somebody outside. */
export function readFacts(form: CardFactsForm): Result<CardFacts> {
  if (form.expiry === "date" && form.expiresOn === undefined) return fail("credits.expiry_day", { field: "expiresOn" });
  if (form.forMember !== undefined && form.forOutside !== "") return fail("cards.one_recipient", { field: "forOutside" });
  return ok({
    label: form.label,
    expiry: form.expiry,
    expiresOn: form.expiry === "date" ? (form.expiresOn ?? null) : null,
    forMemberId: form.forMember ?? null,
    forOutside: form.forOutside,
    boughtWithId: form.boughtWith ?? null,
  });
}

/** Reads the form for a new card in the household's currency. A card that has expired can't be redeemed, so it isn't taken. */
export function readCard(form: CardForm, currency: CurrencyCode, today: Day): Result<NewCard> {
  const amount = readPositive(form.amount, currency, "amount");
  if (!amount.ok) return amount;
  const facts = readFacts(form);
  if (!facts.ok) return facts;
  if (facts.value.expiresOn !== null && facts.value.expiresOn < today) return fail("cards.expired", { field: "expiresOn" });
  if (form.remindOn !== undefined && form.remindOn <= today) return fail("cards.remind_ahead", { field: "remindOn" });
  return ok({
    ...facts.value,
    storeId: form.store,
    holderId: form.holder,
    amountCents: amount.value,
    secret: { code: form.codeSecret, pin: form.pinSecret },
    remindOn: form.remindOn ?? null,
  });
}
