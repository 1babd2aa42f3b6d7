import { NOTHING_KNOWN } from "@/lib/credits/knowledge";
import { cents, type Cents } from "@/lib/kernel/cents";
import { addDays, day, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { World, WorldAccount, WorldCredit, WorldItem, WorldMember, WorldStore } from "../world";

/** A Saturday on which every made-up household plans. */
export const SATURDAY: Day = day("2026-11-14");

export function member(id: Id, more: Partial<WorldMember> = {}): WorldMember {
  return { id, name: id, role: "adult", active: true, signsIn: true, colour: 0, ...more };
}

export function store(id: Id, more: Partial<WorldStore> = {}): WorldStore {
  return {
    id,
    name: id,
    shippingFeeCents: cents(0n),
    freeShippingFromCents: null,
    taxPpm: new Map(),
    archived: false,
    appliesBalanceFirst: false,
    ...more,
  };
}

export function account(id: Id, storeId: Id, memberId: Id, more: Partial<WorldAccount> = {}): WorldAccount {
  return { id, storeId, memberId, label: "", kind: "personal", status: "active", ...more };
}

export function credit(id: Id, accountId: Id, amount: number, more: Partial<WorldCredit> = {}): WorldCredit {
  return {
    id,
    accountId,
    origin: "gift_card",
    label: "",
    postedCents: cents(amount),
    heldCents: cents(0n),
    availableFrom: addDays(SATURDAY, -30),
    expiry: more.expiresOn ? "date" : "never",
    expiresOn: null,
    categories: null,
    excludedCategories: [],
    giftCards: "unclear",
    minimumOrderCents: cents(0n),
    coversShipping: true,
    evidence: false,
    closed: false,
    known: NOTHING_KNOWN,
    ...more,
  };
}

export function item(id: Id, price: number | null, requesterId: Id, more: Partial<WorldItem> = {}): WorldItem {
  return {
    id,
    listId: "weekly",
    listStoreId: null,
    version: 1,
    name: id,
    quantityMilli: 1000,
    unit: "",
    priceCents: price === null ? null : (cents(price) as Cents),
    category: "other",
    need: "must",
    worthCents: null,
    priority: 2,
    notBefore: null,
    neededBy: null,
    requesterId,
    forAll: false,
    parts: [{ memberId: requesterId, parts: 1 }],
    shared: false,
    offers: [],
    status: "open",
    otherPlanId: null,
    ...more,
  };
}

type Parts = {
  members: readonly WorldMember[];
  stores: readonly WorldStore[];
  accounts: readonly WorldAccount[];
  credits: readonly WorldCredit[];
  items: readonly WorldItem[];
};

export function world({ members, stores, accounts, credits, items }: Parts, today: Day = SATURDAY): World {
  const byId = <T extends { readonly id: Id }>(list: readonly T[]) => new Map(list.map((entry) => [entry.id, entry]));
  return { today, members: byId(members), stores: byId(stores), accounts: byId(accounts), credits: byId(credits), items: byId(items) };
}

/** The household of the example: Ben's two balances, three wishes, tax on everything but groceries. */
export function ferreira(): World {
  return world({
    members: [member("anna", { role: "owner" }), member("ben"), member("cleo", { role: "child", signsIn: false })],
    stores: [
      store("amazon", {
        shippingFeeCents: cents(699),
        freeShippingFromCents: cents(3500),
        taxPpm: new Map([
          ["household", 60_000],
          ["books", 60_000],
        ]),
      }),
    ],
    accounts: [account("bens", "amazon", "ben")],
    credits: [
      credit("promotion", "bens", 1500, {
        origin: "promotion",
        expiresOn: addDays(SATURDAY, 9),
        categories: ["grocery"],
        giftCards: "no",
        coversShipping: false,
      }),
      credit("giftcard", "bens", 12_000),
    ],
    items: [
      item("rice", 1425, "anna", { category: "grocery" }),
      item("tabs", 2149, "anna", {
        category: "household",
        forAll: true,
        shared: true,
        parts: ["anna", "ben", "cleo"].map((memberId) => ({ memberId, parts: 1 })),
      }),
      item("book", 1799, "anna", { category: "books", parts: [{ memberId: "cleo", parts: 1 }] }),
    ],
  });
}
