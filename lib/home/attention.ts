import type { Cents } from "@/lib/kernel/cents";
import { daysBetween, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

type Origin = "gift_card" | "refund" | "return" | "promotion" | "reward" | "other" | "unknown";

/** An order somebody has to do something about; `holder` is null when it is the person's own account. */
type OrderFacts = {
  readonly planId: Id;
  readonly orderId: Id;
  readonly storeName: string;
  readonly holder: string | null;
  readonly plannedOn: Day;
  readonly totalCents: Cents;
};
/** A balance; `holder` is null when it is the person's own. */
type CreditFacts = {
  readonly creditId: Id;
  readonly origin: Origin;
  readonly storeName: string;
  readonly holder: string | null;
  readonly freeCents: Cents;
};

/** Something that waits for a person, with what its sentence needs. Each has one next step. */
export type Attention =
  | ({ readonly kind: "methods_back" | "close" | "order" } & OrderFacts)
  | {
      readonly kind: "approve";
      readonly planId: Id;
      readonly name: string;
      readonly totalCents: Cents;
      readonly cashCents: Cents;
      readonly parts: readonly { readonly creditId: Id; readonly origin: Origin; readonly cents: Cents }[];
      /** The member it is approved for, when that isn't the person themselves. */
      readonly holder: string | null;
      /** The first of its balances that would be lost. */
      readonly soonest: {
        readonly origin: Origin;
        readonly postedCents: Cents;
        readonly expiresOn: Day;
        readonly storeName: string;
      } | null;
    }
  | ({ readonly kind: "lost" | "expiring"; readonly expiresOn: Day } & CreditFacts)
  | ({ readonly kind: "expiry_unknown" } & CreditFacts)
  /** Something whose day has come: a case to ask about, a card that waits or ends, a balance to look at, terms to read again. */
  | {
      readonly kind: "follow_up" | "card" | "card_ends" | "check" | "terms_again";
      readonly storeName: string;
      readonly holder: string | null;
      readonly cents: Cents | null;
      readonly dayOf: Day;
      readonly path: string;
    }
  /** Balances of the person's own whose terms nobody has read (R80); `creditId` is the one to begin with. */
  | { readonly kind: "terms_unread"; readonly creditId: Id; readonly count: number }
  | { readonly kind: "price"; readonly listId: Id; readonly count: number }
  | { readonly kind: "draft"; readonly planId: Id; readonly name: string };

/** Up to so many days before the end a balance is urgent, and up to so many it is worth a look (R75). */
export const CLOSE_DAYS = 14;
export const SOON_DAYS = 30;

/** The smaller, the more urgent. What can cost money by itself comes first, then what others wait for, then what time takes. */
function rank(attention: Attention, today: Day): number {
  switch (attention.kind) {
    case "methods_back":
      return 0;
    case "order":
      return attention.plannedOn < today ? 1 : attention.plannedOn === today ? 3 : 8;
    case "approve":
      return 2;
    case "close":
      return 4;
    case "expiring":
      return daysBetween(today, attention.expiresOn) <= CLOSE_DAYS ? 5 : 10;
    case "card_ends":
      return daysBetween(today, attention.dayOf) <= CLOSE_DAYS ? 5 : 10;
    case "follow_up":
      return 6;
    case "lost":
      return 7;
    case "draft":
      return 9;
    case "terms_unread":
      return 11;
    case "card":
      return 12;
    case "terms_again":
      return 13;
    case "check":
      return 14;
    case "price":
      return 15;
    case "expiry_unknown":
      return 16;
  }
}

function dayOf(attention: Attention): string {
  if ("expiresOn" in attention) return attention.expiresOn;
  if ("dayOf" in attention) return attention.dayOf;
  return "plannedOn" in attention ? attention.plannedOn : "";
}

/** What waits, most urgent first; among equals the earlier day, and one's own before what is another's. */
export function byUrgency(waiting: readonly Attention[], today: Day): Attention[] {
  const others = (attention: Attention) => ("holder" in attention && attention.holder !== null ? 1 : 0);
  return waiting
    .map((attention, index) => ({ attention, index }))
    .sort((a, b) => {
      const byRank = rank(a.attention, today) - rank(b.attention, today);
      if (byRank !== 0) return byRank;
      const [dayA, dayB] = [dayOf(a.attention), dayOf(b.attention)];
      return dayA < dayB ? -1 : dayA > dayB ? 1 : others(a.attention) - others(b.attention) || a.index - b.index;
    })
    .map(({ attention }) => attention);
}
