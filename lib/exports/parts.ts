import { isAdult, seesBalances, type Actor } from "@/lib/auth/actor";

/** Who may read a part: whoever belongs to the household, who sees its balances, or its adults. */
export type Sight = "everybody" | "balances" | "adults";

export type Part = {
  /** Its name in the file and its key below `parts` in messages/<locale>/exports.json. */
  readonly name: string;
  readonly table: string;
  readonly sight: Sight;
  readonly columns: readonly string[];
  /** Only the reader's own rows. */
  readonly own?: true;
};

const part = (name: string, table: string, sight: Sight, columns: string, own?: true): Part => ({
  name,
  table,
  sight,
  columns: columns.split(" "),
  ...(own ? { own } : {}),
});

/**
 * What is taken along, table by table, in the order a reader wants it. Every column of every table stands here or in {@link LEFT_OUT}: a test
 * compares both with the database, so that a new column is decided on.
 */
export const PARTS: readonly Part[] = [
  part("household", "household", "everybody", "id name kind currency time_zone settlement children_see_balances created_at"),
  part("members", "member", "everybody", "id name role status gift_wish joined_at ended_at"),
  part(
    "stores",
    "store",
    "everybody",
    "id name preset region shipping_fee_cents free_shipping_from_cents applies_balance_first where_to_look balance_url terms_url archived_at created_at",
  ),
  part("taxRates", "store_tax_rate", "everybody", "store_id category rate_ppm"),
  part("lists", "list", "everybody", "id name store_id purpose created_at archived_at"),
  part(
    "items",
    "item",
    "everybody",
    "id list_id name quantity_milli unit price_cents category need worth_cents priority not_before needed_by requester_id for_all note link status status_by_id status_at sort_key came_back created_at",
  ),
  part("offers", "item_offer", "everybody", "item_id store_id unit_price_cents"),
  part("itemParts", "item_part", "everybody", "item_id member_id parts"),
  part("accounts", "store_account", "balances", "id store_id member_id label kind status created_at"),
  part(
    "credits",
    "credit",
    "balances",
    "id account_id origin label posted_cents held_cents available_from expiry expires_on categories excluded_categories gift_cards minimum_order_cents covers_shipping evidence_order evidence_on evidence_note intended_for_id created_at closed_at",
  ),
  part(
    "entries",
    "ledger_entry",
    "balances",
    "id credit_id number kind amount_cents posted_after_cents reason occurred_on member_id order_id refund_id reverses_id by_itself created_at",
  ),
  part("checks", "balance_check", "balances", "id credit_id seen_cents difference_cents seen_on member_id created_at"),
  part("readings", "terms_reading", "balances", "id credit_id state offer link pasted limits ends eligible read_on member_id created_at"),
  part(
    "statements",
    "credit_statement",
    "balances",
    "id credit_id subject allows source quote link author said_on warned member_id created_at withdrawn_at",
  ),
  part("checkoutLooks", "checkout_look", "balances", "id credit_id subject answer reason looked_on member_id created_at"),
  part("pathSteps", "path_step", "balances", "credit_id step done_on member_id"),
  part(
    "plans",
    "plan",
    "balances",
    "id name kind hidden_from_id hidden_until status settlement horizon_days cash_limit_cents created_by_id created_at proposed_at approved_at ended_at",
  ),
  part("planLists", "plan_list", "balances", "plan_id list_id"),
  part(
    "orders",
    "plan_order",
    "balances",
    "id plan_id account_id planned_on status shipping_cents cash_payer_id order_number ordered_on ordered_by_id actual_total_cents actual_shipping_cents closed_at",
  ),
  part("orderSteps", "order_step", "balances", "order_id step member_id done_at"),
  part(
    "lines",
    "plan_line",
    "balances",
    "id plan_id order_id item_id name category quantity_milli unit unit_price_cents goods_cents tax_cents amount_cents requester_id pinned pay_with chosen_credit_id status why actual_amount_cents",
  ),
  part("lineParts", "line_part", "balances", "line_id member_id parts"),
  part("payments", "allocation", "balances", "id order_id line_id credit_id stage cents"),
  part("approvals", "approval", "balances", "plan_id holder_id status reason decided_by_id decided_at"),
  part("holds", "hold", "balances", "id credit_id order_id cents status created_at ended_at"),
  part("refunds", "refund", "balances", "id order_id line_id cents reason occurred_on member_id created_at"),
  part("refundParts", "refund_part", "balances", "id refund_id credit_id cents"),
  part("shares", "share_entry", "balances", "id plan_id order_id line_id refund_id payer_id receiver_id cents settlement created_at"),
  part("settlements", "settlement", "balances", "id from_id to_id cents note occurred_on member_id reverses_id created_at"),
  part(
    "cards",
    "card",
    "adults",
    "id store_id holder_id amount_cents code_tail has_pin label expiry expires_on for_member_id for_outside bought_with_id status status_note status_on remind_on account_id confirmed_name purpose_item_id purpose_plan_id guard_skipped redeemed_on redeemed_by_id credit_id reversed_by_case_id created_by_id created_at",
  ),
  part(
    "gifts",
    "gift",
    "balances",
    "id plan_id giver_id recipient_id contact_name contact_note thing title format occasion gift_on credit_id created_at",
  ),
  part("envelopes", "envelope", "balances", "id category limit_cents created_at ended_at"),
  part("expenses", "expense", "balances", "id name category cents spent_on paid_by_id member_id created_at removed_at"),
  part("arrangements", "store_arrangement", "adults", "id account_id status consented_at consented_by_id note updated_at"),
  part("sharedPayments", "shared_payment", "adults", "id account_id member_id method added_by_id created_at ended_at"),
  part(
    "cases",
    "support_case",
    "adults",
    "id account_id credit_id about reason story wish code_end redeemed_on account_details follow_up_on outcome outcome_on outcome_note opened_by_id created_at",
  ),
  part("caseOptions", "case_option", "adults", "case_id option choice at"),
  part("caseDocuments", "case_document", "adults", "case_id document"),
  part(
    "caseContacts",
    "case_contact",
    "adults",
    "id case_id happened_on happened_at channel representative reference note member_id created_at removed_at",
  ),
  part("caseFiles", "case_file", "adults", "id case_id contact_id name media_type size sha256 member_id created_at removed_at"),
  part("thirdParties", "case_third_party", "adults", "id case_id name evidence member_id created_at"),
  part("recoveryPoints", "recovery_point", "adults", "credit_id point"),
  part("reminderRules", "reminder_rule", "everybody", "rule days"),
  part("reminderChoices", "reminder_choice", "everybody", "email_kinds push_kinds", true),
];

/** What stays behind, and why: whole tables by their name, single columns as table.column. `*` is every table. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "*.household_id": "The file is about one household.",
  "*.version": "Counts changes for the app itself.",
  "household.deleted_at": "A deleted household exports nothing.",
  "member.user_id": "How others sign in is their own.",
  "member.colour": "Look.",
  "item.list_version": "Counts changes for the app itself.",
  "plan.request": "What the planner was asked, in the app's own form; the lines say what came of it.",
  "plan.result": "As the request.",
  "plan.proven": "As the request.",
  "plan.changes": "As the request.",
  "plan_line.item_version": "Counts changes for the app itself.",
  "card.sealed": "A code is shown one at a time, to its holder, and each look is written down.",
  "card.key_version": "Says which key opens the code.",
  "reminder_choice.member_id": "The reader's own.",
  activity: "Taken along by the history's own query, which knows who may read what.",
  invite: "A link lets people in.",
  command_receipt: "What was sent, for the app itself.",
  case_file_content: "Files are taken along one by one, from their case.",
  reminder_delivery: "What was sent, for the app itself.",
  push_subscription: "Keys of browsers.",
  calendar_feed: "Lets whoever has it read the calendar.",
};

/** The parts this member may take along. */
export function partsFor(actor: Actor): readonly Part[] {
  return PARTS.filter(({ sight }) => sight === "everybody" || (sight === "balances" ? seesBalances(actor) : isAdult(actor)));
}
