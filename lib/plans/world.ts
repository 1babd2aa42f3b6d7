import type { Knowledge } from "@/lib/credits/knowledge";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

/** What planning looks at: the household as it is now, as plain values. */
export type World = {
  readonly today: Day;
  readonly members: ReadonlyMap<Id, WorldMember>;
  readonly stores: ReadonlyMap<Id, WorldStore>;
  readonly accounts: ReadonlyMap<Id, WorldAccount>;
  readonly credits: ReadonlyMap<Id, WorldCredit>;
  readonly items: ReadonlyMap<Id, WorldItem>;
};

export type WorldMember = {
  readonly id: Id;
  readonly name: string;
  readonly role: "owner" | "adult" | "child";
  readonly active: boolean;
  readonly signsIn: boolean;
  readonly colour: number;
};

export type WorldStore = {
  readonly id: Id;
  readonly name: string;
  readonly shippingFeeCents: Cents;
  /** Null: the fee is always due. */
  readonly freeShippingFromCents: Cents | null;
  /** Estimated sales tax by category, in millionths; a category that isn't there has none. */
  readonly taxPpm: ReadonlyMap<string, number>;
  readonly archived: boolean;
  /** It takes the balances of an account by itself for whatever is ordered. */
  readonly appliesBalanceFirst: boolean;
};

export type WorldAccount = {
  readonly id: Id;
  readonly storeId: Id;
  readonly memberId: Id;
  readonly label: string;
  readonly kind: "personal" | "work" | "family";
  readonly status: "active" | "suspended" | "closed";
};

export type CreditOrigin = "gift_card" | "refund" | "return" | "promotion" | "reward" | "other" | "unknown";

export type WorldCredit = {
  readonly id: Id;
  readonly accountId: Id;
  readonly origin: CreditOrigin;
  readonly label: string;
  readonly postedCents: Cents;
  readonly heldCents: Cents;
  readonly availableFrom: Day;
  readonly expiry: "date" | "never" | "unknown";
  readonly expiresOn: Day | null;
  /** Null: every category. */
  readonly categories: readonly string[] | null;
  readonly excludedCategories: readonly string[];
  readonly giftCards: "yes" | "no" | "unclear";
  readonly minimumOrderCents: Cents;
  readonly coversShipping: boolean;
  /** An order number or a note on where it came from was kept. */
  readonly evidence: boolean;
  readonly closed: boolean;
  /** What is known of its terms beyond the row: readings, statements, looks at the checkout. */
  readonly known: Knowledge;
};

export type Part = { readonly memberId: Id; readonly parts: number };

export type WorldItem = {
  readonly id: Id;
  readonly listId: Id;
  /** The store of the running list it stands on, if it is one. */
  readonly listStoreId: Id | null;
  readonly version: number;
  readonly name: string;
  /** Thousandths: half a kilo is 500. */
  readonly quantityMilli: number;
  readonly unit: string;
  readonly priceCents: Cents | null;
  readonly category: string;
  readonly need: "must" | "optional";
  /** What one unit of an optional item is worth. */
  readonly worthCents: Cents | null;
  readonly priority: 1 | 2 | 3;
  readonly notBefore: Day | null;
  readonly neededBy: Day | null;
  readonly requesterId: Id;
  readonly forAll: boolean;
  /** Whom it is for, worked out: never empty, in whole-number parts. */
  readonly parts: readonly Part[];
  /** For the whole household, or for several of it: buying it lends nobody anything. */
  readonly shared: boolean;
  /** Where it is sold. Null: at the item's own price. */
  readonly offers: readonly { readonly storeId: Id; readonly unitPriceCents: Cents | null }[];
  readonly status: "open" | "checked" | "bought" | "removed";
  /** Another plan, proposed or approved, that already has it. */
  readonly otherPlanId: Id | null;
};

/** What a credit can still pay: on the account, less what is held for approved plans. */
export function availableCents(credit: WorldCredit): Cents {
  return (credit.postedCents - credit.heldCents) as Cents;
}
