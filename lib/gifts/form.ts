import { readPositive } from "@/lib/credits/form";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { CurrencyCode } from "@/lib/kernel/currency";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import type { Format, Occasion, Thing } from "./gift";
import type { GiftForm } from "./schema";

/** A gift as somebody wants to give it. */
export type NewGift = {
  readonly thing: Thing;
  readonly creditId: Id;
  readonly title: string;
  readonly amountCents: Cents;
  readonly format: Format;
  readonly occasion: Occasion;
  readonly giftOn: Day;
  /** A member, or null for somebody outside by name (R25). */
  readonly recipientId: Id | null;
  readonly contactName: string;
  readonly contactNote: string;
  /** To be kept from the member until the day. */
  readonly hidden: boolean;
  /** Whoever asks looked at what the verdict wants checked. */
  readonly sure: boolean;
};

/** Reads the form: one recipient, and one amount, chosen or typed. */
export function readGift(form: GiftForm & { readonly hidden: boolean; readonly sure: boolean }, currency: CurrencyCode): Result<NewGift> {
  const { credit, denomination, amount, recipient, contactName, ...rest } = form;
  if (recipient !== undefined && contactName !== "") return fail("cards.one_recipient", { field: "contactName" });
  if (recipient === undefined && contactName === "") return fail("gifts.for_whom", { field: "recipient" });
  const chosen = denomination === undefined || denomination === "other" ? null : cents(BigInt(denomination));
  if (chosen === null && amount === undefined) return fail("required", { field: "amount" });
  const typed = chosen === null ? readPositive(amount ?? "", currency, "amount") : ok(chosen);
  if (!typed.ok) return typed;
  return ok({
    ...rest,
    creditId: credit,
    amountCents: typed.value,
    recipientId: recipient ?? null,
    contactName,
    contactNote: recipient === undefined ? form.contactNote : "",
  });
}
