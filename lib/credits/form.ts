import { ZERO, type Cents } from "@/lib/kernel/cents";
import type { CurrencyCode } from "@/lib/kernel/currency";
import type { Day } from "@/lib/kernel/day";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { readMoney, readOptionalMoney } from "@/lib/stores/typed-money";
import type { CreditForm, EntryForm, Place, TermsForm } from "./schema";
import { checkTerms, type Terms } from "./terms";

/** A Credit as a command takes it: its terms, where it is, how much was seen on which day. */
export type NewCredit = { readonly place: Place; readonly amountCents: Cents; readonly seenOn: Day; readonly terms: Terms };

/** Reads the form about terms in the household's currency; `today` is from when it is usable unless the form says so. */
export function readTerms(form: TermsForm, currency: CurrencyCode, today: Day): Result<Terms> {
  const minimum = readOptionalMoney(form.minimumOrder, currency, "minimumOrder");
  if (!minimum.ok) return minimum;
  return checkTerms({
    origin: form.origin,
    label: form.label,
    availableFrom: form.availableFrom ?? today,
    expiry: form.expiry,
    expiresOn: form.expiry === "date" ? (form.expiresOn ?? null) : null,
    categories: form.categories.length > 0 ? form.categories : null,
    excludedCategories: form.excludedCategories,
    giftCards: form.giftCards,
    minimumOrderCents: minimum.value ?? ZERO,
    coversShipping: form.coversShipping,
    evidenceOrder: form.evidenceOrder,
    evidenceOn: form.evidenceOn ?? null,
    evidenceNote: form.evidenceNote,
    intendedForId: form.intendedFor ?? null,
  });
}

/** An amount above zero, as typed into `field`. */
export function readPositive(typed: string, currency: CurrencyCode, field: string): Result<Cents> {
  const amount = readMoney(typed, currency, field);
  return amount.ok && amount.value === 0n ? fail("money.zero", { field }) : amount;
}

/** The day something happened; it can't lie ahead. */
export function notAhead(day: Day, today: Day, field: string): Result<Day> {
  return day > today ? fail("credits.day_ahead", { field }) : ok(day);
}

/** Reads the form for a new balance. A balance that is lost already can't be planned with, so it isn't taken. */
export function readCredit(form: CreditForm, currency: CurrencyCode, today: Day): Result<NewCredit> {
  const amount = readPositive(form.amount, currency, "amount");
  if (!amount.ok) return amount;
  const seen = notAhead(form.seenOn, today, "seenOn");
  if (!seen.ok) return seen;
  const terms = readTerms(form, currency, today);
  if (!terms.ok) {
    // Left blank, "usable from" is today; then a day in the past is simply lost.
    const blank = terms.failure.code === "credits.lost_before_usable" && form.availableFrom === undefined;
    return blank ? fail("credits.already_lost", { field: "expiresOn" }) : terms;
  }
  if (terms.value.expiresOn !== null && terms.value.expiresOn < today) return fail("credits.already_lost", { field: "expiresOn" });
  return ok({ place: form.place, amountCents: amount.value, seenOn: seen.value, terms: terms.value });
}

/** What a person says happened: how much, on which day, and why. */
export type Told = { readonly amountCents: Cents; readonly occurredOn: Day; readonly reason: string };

/** Reads a hand-made entry. `zero` allows the amount 0, for "nothing is left". */
export function readEntry(form: EntryForm, currency: CurrencyCode, today: Day, zero = false): Result<Told> {
  const amount = zero ? readMoney(form.amount, currency, "amount") : readPositive(form.amount, currency, "amount");
  if (!amount.ok) return amount;
  const occurredOn = notAhead(form.occurredOn, today, "occurredOn");
  if (!occurredOn.ok) return occurredOn;
  return ok({ amountCents: amount.value, occurredOn: occurredOn.value, reason: form.reason });
}
