import type { Ids } from "./world";

/**
 * Who gets what, route by route and action by action. A page, route or action of the app without a row here fails isolation.spec.ts.
 *
 * A row says what is special; all the rest is the rule. For a place within a household the rule is: who isn't signed in is led to the sign-in page,
 * everybody else who doesn't belong to it finds nothing, and whoever asks in their own household for another one's thing finds nothing.
 * `[list]` and its like are filled in from the world by their name.
 */
export type RouteRow = {
  /** What a child of the household gets, where balances are for adults. "nothing" is the page that isn't found. */
  readonly child: "sees" | "nothing";
  /** Parts of the address that the world has under another name, or that are no id. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** For scripts: who isn't signed in is told so with a status, to be asked for by the page. */
  readonly nobody?: 401;
  /** Reached by POST, with JSON; what somebody who may gets for a sending that isn't one. */
  readonly post?: { readonly understood: number };
};

/** Open to everybody, and why; or a person's own, with nothing of a household in it. */
export type OtherRow = { readonly open: string } | { readonly own: true };

const sees: RouteRow = { child: "sees" };
const nothing: RouteRow = { child: "nothing" };

export const ROUTES: Readonly<Record<string, RouteRow | OtherRow>> = {
  "/": { own: true },
  "/sign-in": { open: "It is how one gets in." },
  "/sign-up": { open: "It is how one gets in." },
  "/join/[token]": { open: "An invitation says whose it is; its own tests say to whom." },
  "/account": { own: true },
  "/households": { own: true },
  "/households/new": { own: true },
  "/calendar/[token]": { open: "For calendar programs: its token is the key, and names whose it is." },
  "/ui-kit": { open: "There in development only." },
  "/offline": { open: "Shown where there is no connection; what is on it comes from the device." },
  "/api/health/live": { open: "For whatever watches the app: says that it lives." },
  "/api/health/ready": { open: "For whatever watches the app: says that it is ready." },

  "/h/[household]": sees,
  "/h/[household]/activity": sees,
  "/h/[household]/lists": sees,
  "/h/[household]/lists/[list]": sees,
  "/api/h/[household]/lists/[list]/sync": { child: "sees", nobody: 401, post: { understood: 400 } },
  "/h/[household]/events": { child: "sees", nobody: 401 },
  "/h/[household]/stores": sees,
  "/h/[household]/stores/new": nothing,
  "/h/[household]/stores/[store]": sees,
  "/h/[household]/plans": sees,
  "/h/[household]/plans/new": nothing,
  "/h/[household]/plans/progress": { child: "sees", query: "?run=none" },
  "/h/[household]/plans/[plan]": nothing,
  "/h/[household]/plans/[plan]/orders/[order]": nothing,
  "/h/[household]/balances": nothing,
  "/h/[household]/balances/ask": nothing,
  "/h/[household]/balances/credits/new": nothing,
  "/h/[household]/balances/credits/[credit]": nothing,
  "/h/[household]/balances/credits/[credit]/terms": nothing,
  "/h/[household]/balances/credits/[credit]/check": nothing,
  "/h/[household]/balances/credits/[credit]/stock-up": nothing,
  "/h/[household]/answers": nothing,
  "/h/[household]/budget": nothing,
  "/h/[household]/settle": nothing,
  "/h/[household]/cards": nothing,
  "/h/[household]/cards/new": nothing,
  "/h/[household]/cards/[card]": nothing,
  "/h/[household]/cards/[card]/redeem": nothing,
  "/h/[household]/gifts": sees,
  "/h/[household]/gifts/new": nothing,
  "/h/[household]/gifts/[gift]": nothing,
  "/h/[household]/household": sees,
  "/h/[household]/household/reminders": sees,
  "/h/[household]/export": sees,
  "/h/[household]/export/[file]": { child: "sees", params: { file: "everything.json" } },
  "/h/[household]/cases": nothing,
  "/h/[household]/cases/new": nothing,
  "/h/[household]/cases/[case]": nothing,
  "/h/[household]/cases/[case]/print": nothing,
  "/h/[household]/cases/[case]/third-parties": nothing,
  "/h/[household]/cases/[case]/files/[file]": nothing,
  "/h/[household]/cases/checklist/[credit]": nothing,
};

/** Files of app/ that Next answers with by their name alone. */
export const FILES: Readonly<Record<string, string>> = { "app/manifest.ts": "How the app is put on a phone's home screen." };

export type Fields = Readonly<Record<string, string | readonly string[] | Blob>>;

export type ActionRow = {
  /** How it is called: a form with its state before, a bare form, an object. */
  readonly call?: "form" | "formData" | "data";
  /** Besides {@link usualFields}, which every action gets: it takes what it knows and leaves the rest. */
  readonly fields?: (ids: Ids) => Fields;
  /** "refused": a child of the household may not; left out: the command's own tests say what a child may. */
  readonly child?: "refused";
};

const may: ActionRow = {};
const adults: ActionRow = { child: "refused" };
const TODAY = new Date().toISOString().slice(0, 10);

/** What forms of this app are made of; the same name means the same thing in all of them. */
export function usualFields(ids: Ids): Fields {
  return {
    household: ids.household,
    list: ids.list,
    item: ids.item,
    store: ids.store,
    storeId: ids.store,
    account: ids.account,
    accountId: ids.account,
    credit: ids.credit,
    creditId: ids.credit,
    plan: ids.plan,
    planId: ids.plan,
    order: ids.order,
    orderId: ids.order,
    line: ids.line,
    lineId: ids.line,
    entry: ids.entry,
    settlementId: ids.settlement,
    member: ids.member,
    memberId: ids.member,
    holderId: ids.holder,
    cashPayer: ids.holder,
    fromId: ids.member,
    toId: ids.holder,
    invite: ids.invite,
    case: ids.case,
    contactId: ids.contact,
    fileId: ids.file,
    card: ids.card,
    gift: ids.gift,
    envelope: ids.envelope,
    expense: ids.expense,
    version: "1",
    name: "Isolation",
    label: "",
    note: "",
    reason: "Tried by the isolation test",
    amount: "1.00",
    occurredOn: TODAY,
    done: "yes",
  };
}

const CASES = "app/(household)/h/[household]/cases/actions.ts";
const BALANCES = "app/(household)/h/[household]/balances/actions.ts";
const HOUSEHOLD = "app/(household)/h/[household]/household/actions.ts";
const LISTS = "app/(household)/h/[household]/lists/actions.ts";
const LIST = "app/(household)/h/[household]/lists/[list]/actions.ts";
const PLANS = "app/(household)/h/[household]/plans/actions.ts";
const ORDER = "app/(household)/h/[household]/plans/[plan]/orders/[order]/actions.ts";
const STORES = "app/(household)/h/[household]/stores/actions.ts";
const SETTLE = "app/(household)/h/[household]/settle/actions.ts";
const CARDS = "app/(household)/h/[household]/cards/actions.ts";
const BUDGET = "app/(household)/h/[household]/budget/actions.ts";
const STOCK_UP = "app/(household)/h/[household]/balances/credits/[credit]/stock-up/actions.ts";
const GIFTS = "app/(household)/h/[household]/gifts/actions.ts";
const REMINDERS = "app/(household)/h/[household]/household/reminders/actions.ts";
const TERMS = "app/(household)/h/[household]/balances/terms-actions.ts";
const ARRANGEMENTS = "app/(household)/h/[household]/stores/[store]/arrangement-actions.ts";
const terms = (more: Fields = {}) => ({ origin: "refund", expiry: "never", giftCards: "unclear", ...more });

/** Every action, by file and name. */
export const ACTIONS: Readonly<Record<string, ActionRow | OtherRow>> = {
  "app/(auth)/actions.ts#signInWithPassword": { open: "It is how one gets in." },
  "app/(auth)/actions.ts#makeAccount": { open: "It is how one gets in." },
  "app/(auth)/actions.ts#signOut": { open: "Ends the caller's own session, if there is one." },
  "app/(auth)/actions.ts#joinHousehold": { own: true },
  "app/(dev)/ui-kit/actions.ts#tryForm": { open: "There in development only; keeps nothing." },
  "app/_i18n/actions.ts#chooseLanguage": { open: "The language of the caller's own device." },
  "app/account/actions.ts#changeName": { own: true },
  "app/account/actions.ts#changePassword": { own: true },
  "app/account/actions.ts#endSession": { own: true },
  "app/account/actions.ts#endOtherSessions": { own: true },
  "app/account/actions.ts#closeAccount": { own: true },
  "app/households/actions.ts#createHousehold": { own: true },
  "app/households/actions.ts#bringHouseholdBack": may,

  [`${HOUSEHOLD}#createInvite`]: { fields: () => ({ role: "adult", email: "" }), child: "refused" },
  [`${HOUSEHOLD}#revokeInvite`]: adults,
  [`${HOUSEHOLD}#addMember`]: adults,
  [`${HOUSEHOLD}#renameMember`]: adults,
  [`${HOUSEHOLD}#changeRole`]: { fields: () => ({ role: "child" }), child: "refused" },
  [`${HOUSEHOLD}#removeMember`]: adults,
  [`${HOUSEHOLD}#handOver`]: adults,
  [`${HOUSEHOLD}#leave`]: may,
  [`${HOUSEHOLD}#deleteHousehold`]: { fields: () => ({ name: "not its name" }), child: "refused" },
  [`${HOUSEHOLD}#changeSettings`]: {
    fields: () => ({ timeZone: "America/New_York", settlement: "even_up" }),
    child: "refused",
  },

  [`${LISTS}#createListAction`]: { fields: () => ({ storeId: "" }), child: "refused" },
  [`${LISTS}#renameListAction`]: adults,
  [`${LISTS}#archiveListAction`]: adults,
  [`${LISTS}#restoreListAction`]: adults,
  [`${LIST}#addByLineAction`]: { fields: () => ({ line: "2 rice" }) },
  [`${LIST}#saveItemAction`]: {
    fields: () => ({ item: "", quantity: "1", category: "other", need: "must", priority: "2", scripted: "yes", forWhom: "all" }),
  },
  [`${LIST}#pressAction`]: { call: "formData", fields: (ids) => ({ tick: `${ids.item}:open` }) },

  [`${STORES}#addStore`]: adults,
  [`${STORES}#addAmazon`]: adults,
  [`${STORES}#editStore`]: adults,
  [`${STORES}#setTaxRates`]: { fields: () => ({ rest: "0" }), child: "refused" },
  [`${STORES}#archiveStore`]: adults,
  [`${STORES}#restoreStore`]: adults,
  [`${STORES}#addAccount`]: { fields: () => ({ kind: "personal" }), child: "refused" },
  [`${STORES}#changeAccount`]: { fields: () => ({ kind: "personal", status: "active" }), child: "refused" },

  [`${BALANCES}#recordCredit`]: { fields: ({ account }) => terms({ place: account, seenOn: TODAY }), child: "refused" },
  [`${BALANCES}#editTerms`]: { fields: () => terms(), child: "refused" },
  [`${BALANCES}#topUp`]: adults,
  [`${BALANCES}#spendOutside`]: adults,
  [`${BALANCES}#removedByStore`]: adults,
  [`${BALANCES}#checkBalance`]: adults,
  [`${BALANCES}#spendAll`]: { fields: () => ({ seen: "1" }), child: "refused" },
  [`${BALANCES}#writeOff`]: { fields: () => ({ seen: "1" }), child: "refused" },
  [`${BALANCES}#takeBack`]: adults,

  [`${PLANS}#makePlan`]: { fields: ({ list }) => ({ listIds: list, settlement: "gift", cashLimit: "not an amount" }), child: "refused" },
  [`${PLANS}#planAgain`]: adults,
  [`${PLANS}#moveLine`]: { fields: ({ account }) => ({ place: `${account} ${TODAY}` }), child: "refused" },
  [`${PLANS}#takeOut`]: adults,
  [`${PLANS}#putBack`]: adults,
  [`${PLANS}#pinLine`]: { fields: () => ({ pinned: "yes" }), child: "refused" },
  [`${PLANS}#payLine`]: { fields: () => ({ payWith: "cash" }), child: "refused" },
  [`${PLANS}#changeSettlement`]: { fields: () => ({ settlement: "gift" }), child: "refused" },
  [`${PLANS}#propose`]: adults,
  [`${PLANS}#approve`]: adults,
  [`${PLANS}#decline`]: adults,
  [`${PLANS}#withdraw`]: adults,
  [`${PLANS}#cancel`]: adults,

  [`${ORDER}#tickStep`]: { fields: () => ({ step: "credit_shows" }), child: "refused" },
  [`${ORDER}#closeOrder`]: adults,
  [`${ORDER}#cancelOrder`]: adults,
  [`${ORDER}#cancelLine`]: adults,
  [`${ORDER}#undoRecord`]: adults,
  [`${ORDER}#reportCredit`]: { fields: () => ({ what: "declined" }), child: "refused" },
  [`${ORDER}#recordOrder`]: { fields: () => ({ orderNumber: "1", orderedOn: TODAY, total: "1.00" }), child: "refused" },
  [`${ORDER}#refundOrder`]: { fields: () => ({ target: "order", into: "cash", what: "refund" }), child: "refused" },

  [`${STOCK_UP}#stockUp`]: { fields: ({ line }) => ({ items: line }), child: "refused" },
  [`${BUDGET}#setEnvelope`]: { fields: () => ({ category: "grocery", limit: "100.00" }), child: "refused" },
  [`${BUDGET}#endEnvelope`]: { fields: () => ({ month: TODAY.slice(0, 7), ended: "yes" }), child: "refused" },
  [`${BUDGET}#addExpense`]: { fields: ({ member }) => ({ category: "grocery", spentOn: TODAY, paidById: member }), child: "refused" },
  [`${BUDGET}#removeExpense`]: { fields: () => ({ month: TODAY.slice(0, 7), removed: "yes" }), child: "refused" },
  [`${SETTLE}#settleUp`]: adults,
  [`${SETTLE}#takeBack`]: adults,

  [`${CASES}#openCase`]: {
    fields: ({ credit }) => ({ place: `credit:${credit}`, about: "question", reason: "other" }),
    child: "refused",
  },
  [`${CASES}#editFacts`]: { fields: () => ({ reason: "other" }), child: "refused" },
  [`${CASES}#chooseOption`]: { fields: () => ({ option: "use_yourself", choice: "passed" }), child: "refused" },
  [`${CASES}#tickDocument`]: { fields: () => ({ document: "receipt" }), child: "refused" },
  [`${CASES}#tickPoint`]: { fields: () => ({ point: "account" }), child: "refused" },
  [`${CASES}#addContact`]: { fields: () => ({ happenedOn: TODAY, happenedAt: "10:00", channel: "chat" }), child: "refused" },
  [`${CASES}#removeContact`]: { fields: () => ({ removed: "yes" }), child: "refused" },
  [`${CASES}#addFile`]: { fields: () => ({ file: new Blob(["bread"], { type: "text/plain" }) }), child: "refused" },
  [`${CASES}#removeFile`]: { fields: () => ({ removed: "yes" }), child: "refused" },
  [`${CASES}#setFollowUp`]: adults,
  [`${CASES}#endCase`]: { fields: () => ({ outcome: "denied", outcomeOn: TODAY }), child: "refused" },
  [`${CASES}#reopenCase`]: adults,
  [`${CASES}#noteThirdParty`]: {
    fields: () => ({ evidence: "Read what others say about it, and it is bad", acknowledgement: "I understand" }),
    child: "refused",
  },

  [`${CARDS}#addCard`]: {
    fields: ({ store, holder }) => ({ store, holder, codeSecret: "ABCD-EFGH-1234", expiry: "never", amount: "not an amount" }),
    child: "refused",
  },
  [`${CARDS}#editCard`]: { fields: () => ({ expiry: "never" }), child: "refused" },
  [`${CARDS}#markCard`]: { fields: () => ({ status: "given" }), child: "refused" },
  [`${CARDS}#showCode`]: adults,
  [`${CARDS}#redeem`]: { fields: ({ account }) => ({ account, purpose: "none", remindOn: TODAY }), child: "refused" },
  [`${CARDS}#redeemUnasked`]: adults,

  [`${GIFTS}#makeGift`]: {
    fields: ({ credit, member }) => ({
      credit,
      recipient: member,
      thing: "thing",
      title: "Kite",
      format: "physical",
      occasion: "birthday",
      giftOn: TODAY,
    }),
    child: "refused",
  },
  [`${GIFTS}#keepBoughtCard`]: { fields: () => ({ codeSecret: "ABCD-EFGH-1234" }), child: "refused" },
  [`${GIFTS}#changeGiftWish`]: may,

  [`${REMINDERS}#chooseReminders`]: may,
  [`${REMINDERS}#changeRules`]: { fields: () => ({ check: "30", terms: "90" }), child: "refused" },
  [`${REMINDERS}#makeFeed`]: may,
  [`${REMINDERS}#endFeed`]: may,
  [`${REMINDERS}#addBrowser`]: {
    fields: () => ({ endpoint: "https://updates.push.services.mozilla.com/x", p256dh: "p".repeat(87), auth: "a".repeat(22) }),
  },
  [`${REMINDERS}#removeBrowser`]: { fields: ({ session }) => ({ browser: session }) },

  [`${TERMS}#noteReading`]: { fields: () => ({ state: "unclear", readOn: TODAY }), child: "refused" },
  [`${TERMS}#noteStatement`]: {
    fields: () => ({ subject: "grocery", allows: "no", source: "household", author: "Olive", saidOn: TODAY }),
    child: "refused",
  },
  [`${TERMS}#withdrawStatement`]: { fields: ({ entry }) => ({ statement: entry }), child: "refused" },
  [`${TERMS}#noteLook`]: { fields: () => ({ subject: "grocery", answer: "listed", lookedOn: TODAY }), child: "refused" },
  [`${TERMS}#markStep`]: { fields: () => ({ step: "cart_skipped" }), child: "refused" },

  [`${ARRANGEMENTS}#arrange`]: { fields: () => ({ status: "in_progress" }), child: "refused" },
  [`${ARRANGEMENTS}#sharePayment`]: { fields: () => ({ method: "the household card" }), child: "refused" },
  [`${ARRANGEMENTS}#endSharedPayment`]: { fields: ({ entry }) => ({ shared: entry }), child: "refused" },
};
