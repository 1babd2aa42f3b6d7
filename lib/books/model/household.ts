import type { Actor } from "@/lib/auth/actor";
import { correctBalance, recordCredit, reverseEntry, spendAll, tellEntry } from "@/lib/credits/commands";
import type { Terms } from "@/lib/credits/terms";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { cancelLine, cancelOrder, closeOrder, recordOrder, refundOrder, reportCredit, tickStep, undoRecord } from "@/lib/orders/commands";
import { approvePlan, declinePlan, proposePlan } from "@/lib/plans/decide";
import { cancelPlan, withdrawPlan } from "@/lib/plans/end";
import { reverseSettlement, settleUp } from "@/lib/settlements/commands";
import { testAccount } from "@/lib/stores/testing/account";
import { ACTING, PEOPLE, type Command, type Deed, type Name } from "./command";
import { writeDraftPlan } from "./draft-plan";

const TODAY = day("2026-11-22");
const CLOCK = fixedClock("2026-11-22T17:00:00Z");
const TERMS: Terms = {
  origin: "gift_card",
  label: "",
  availableFrom: TODAY,
  expiry: "never",
  expiresOn: null,
  categories: null,
  excludedCategories: [],
  giftCards: "unclear",
  minimumOrderCents: cents(0),
  coversShipping: true,
  evidenceOrder: "",
  evidenceOn: null,
  evidenceNote: "",
  intendedForId: null,
};

/** The real household behind a history: carries deeds out by the application's own commands. */
export class Household {
  /** What the things of the model are called in the database. */
  readonly ids = new Map<Name, Id>();
  private constructor(
    readonly id: Id,
    readonly people: readonly Id[],
    private readonly actors: readonly Actor[],
    private readonly accounts: readonly Id[],
    private readonly listId: Id,
  ) {}

  static async make(): Promise<Household> {
    const people = {
      anna: { role: "owner" },
      ben: { role: "adult" },
      dora: { role: "adult" },
      cleo: { role: "child", signsIn: false },
    } as const;
    const { householdId, actors, members } = await testHousehold(people);
    const ids = PEOPLE.map((name) => present(members[name], name));
    const accounts: Id[] = [];
    for (const holder of ids.slice(0, ACTING)) accounts.push((await testAccount(householdId, holder)).accountId);
    const listId = newId();
    await database().list.create({ data: { householdId, id: listId, name: "Weekly" } });
    return new Household(
      householdId,
      ids,
      PEOPLE.slice(0, ACTING).map((name) => present(actors[name], name)),
      accounts,
      listId,
    );
  }

  /** The command as people send it, once or twice at the same moment; one answer for each sending. */
  async carryOut(command: Command): Promise<Result<unknown>[]> {
    const commandId = newId();
    const times = command.twice && command.deed.do !== "draft" ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: times }, () => this.send(command, commandId)));
    const good = answers.find((answer) => answer.ok);
    if (good) this.name(command, good.value);
    return answers;
  }

  /** Gives what was made its name in the model. */
  private name({ number, deed }: Command, value: unknown): void {
    if (deed.do === "record credit") this.ids.set(`c${number}`, value as Id);
    if (deed.do === "settle") this.ids.set(`s${number}`, (value as { settlementId: Id }).settlementId);
    if (deed.do === "refund") this.ids.set(`r${number}`, (value as { refundId: Id | null }).refundId ?? "");
  }

  /** The id of something; one that nothing has where the model's name means nothing here. */
  private idOf(name: Name): Id {
    return this.ids.get(name) ?? newId();
  }

  private send({ number, by, deed }: Command, commandId: Id): Promise<Result<unknown>> {
    const actor = present(this.actors[by], "who acts");
    const person = (which: number) => present(this.people[which], "the person");
    switch (deed.do) {
      case "record credit": {
        const place = { accountId: present(this.accounts[deed.account], "the account") };
        return recordCredit(actor, commandId, { place, amountCents: cents(deed.cents), seenOn: TODAY, terms: TERMS });
      }
      case "top_up":
      case "spend":
      case "removal":
        return tellEntry(actor, commandId, this.idOf(deed.credit), deed.do, told(deed.cents));
      case "correct":
        return correctBalance(actor, commandId, this.idOf(deed.credit), told(deed.cents));
      case "spend all":
        return spendAll(actor, commandId, this.idOf(deed.credit), { seenCents: cents(deed.seen), reason: "" }, CLOCK);
      case "reverse entry":
        return this.reverse(actor, commandId, deed);
      case "draft":
        return this.draft(number, actor, deed);
      case "settle": {
        const input = { fromId: person(deed.from), toId: person(deed.to), amountCents: cents(deed.cents), note: "", occurredOn: TODAY };
        return settleUp(actor, commandId, input, CLOCK);
      }
      case "reverse settlement":
        return reverseSettlement(actor, commandId, this.idOf(deed.settlement), CLOCK);
      case "propose":
      case "withdraw":
      case "cancel plan":
      case "approve":
      case "decline":
        return this.decide(actor, commandId, deed);
      default:
        return this.order(actor, commandId, deed);
    }
  }

  private async reverse(actor: Actor, commandId: Id, deed: Extract<Deed, { do: "reverse entry" }>): Promise<Result<unknown>> {
    const entry = await database().ledgerEntry.findFirst({
      where: { householdId: this.id, creditId: this.idOf(deed.credit), number: deed.number },
      select: { id: true },
    });
    return reverseEntry(actor, commandId, present(entry, "the entry").id, "a mistake", CLOCK);
  }

  /** What the planner would have written; it thinks outside of any transaction, so it isn't a part of the books. */
  private draft(number: number, actor: Actor, deed: Extract<Deed, { do: "draft" }>): Promise<Result<unknown>> {
    const { people, accounts, listId } = this;
    return writeDraftPlan({ number, actor, deed, today: TODAY, people, accounts, listId, ids: this.ids });
  }

  private decide(
    actor: Actor,
    commandId: Id,
    deed: Extract<Deed, { do: "propose" | "withdraw" | "cancel plan" | "approve" | "decline" }>,
  ): Promise<Result<unknown>> {
    const seen = { planId: this.idOf(deed.plan), version: deed.version };
    switch (deed.do) {
      case "propose":
        return proposePlan(actor, commandId, { ...seen, checked: true }, CLOCK);
      case "withdraw":
        return withdrawPlan(actor, commandId, seen);
      case "cancel plan":
        return cancelPlan(actor, commandId, seen);
      case "approve":
        return approvePlan(actor, commandId, { ...seen, checked: true, holderId: present(this.people[deed.holder], "the holder") }, CLOCK);
      case "decline":
        return declinePlan(actor, commandId, { ...seen, holderId: present(this.people[deed.holder], "the holder"), reason: "no" }, CLOCK);
    }
  }

  private order(actor: Actor, commandId: Id, deed: Extract<Deed, { readonly order: Name }>): Promise<Result<unknown>> {
    const orderId = this.idOf(deed.order);
    switch (deed.do) {
      case "undo":
        return undoRecord(actor, commandId, orderId);
      case "cancel order":
        return cancelOrder(actor, commandId, orderId);
      case "methods back":
        return tickStep(actor, commandId, { orderId, step: "methods_back", done: true });
      case "close":
        return closeOrder(actor, commandId, orderId, CLOCK);
      case "cancel line":
        return cancelLine(actor, commandId, orderId, this.idOf(deed.line));
      case "credit trouble": {
        const { removed } = deed;
        const what = removed === null ? ("declined" as const) : ("removed" as const);
        const input = { orderId, creditId: this.idOf(deed.credit), what, removedCents: cents(removed ?? 0), note: "" };
        return reportCredit(actor, commandId, input, CLOCK);
      }
      case "refund":
        return this.refund(actor, commandId, orderId, deed);
      case "record order": {
        const { shipping, total, cashPayer } = deed;
        const lines = deed.lines.map(({ line, outcome, cents: cost }) => ({ lineId: this.idOf(line), outcome, amountCents: cents(cost) }));
        const payments = deed.payments.map(({ credit, cents: paid }) => ({ creditId: this.idOf(credit), cents: cents(paid) }));
        const about = { orderId, orderNumber: "112-7", orderedOn: TODAY, shippingCents: cents(shipping), totalCents: cents(total) };
        const cashPayerId = present(this.people[cashPayer], "who paid in cash");
        return recordOrder(actor, commandId, { ...about, cashPayerId, lines, payments }, CLOCK);
      }
    }
  }

  private refund(actor: Actor, commandId: Id, orderId: Id, deed: Extract<Deed, { do: "refund" }>): Promise<Result<unknown>> {
    const { target, into, what, reopen } = deed;
    const kinds = { origin: "origin", new: "new_credit", cash: "cash" } as const;
    return refundOrder(
      actor,
      commandId,
      {
        orderId,
        target: target === "order" || target === "shipping" ? { kind: target } : { kind: "line", lineId: this.idOf(target) },
        amountCents: deed.cents === null ? null : cents(deed.cents),
        into:
          into === "origin" || into === "new" || into === "cash" ? { kind: kinds[into] } : { kind: "credit", creditId: this.idOf(into) },
        what,
        reopen,
        occurredOn: TODAY,
        reason: "",
      },
      CLOCK,
    );
  }
}

const told = (amount: number) => ({ amountCents: cents(amount), occurredOn: TODAY, reason: "" });
