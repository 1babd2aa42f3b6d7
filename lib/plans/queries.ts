import { z } from "zod";
import { isAdult, seesBalances, today, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { notKeptFrom } from "@/lib/households/surprise";
import { cents, type Cents } from "@/lib/kernel/cents";
import { systemClock, type Clock } from "@/lib/kernel/clock";
import type { Day } from "@/lib/kernel/day";
import { idSchema, isId, type Id } from "@/lib/kernel/id";
import { placesFor } from "./change";
import { toChoose, type ToChoose } from "./checkout";
import { totalsOf, type Place, type Totals } from "./draft";
import { lostGround, type LostGround } from "./ground";
import { holdersOf, mayDecideFor } from "./holders";
import { loadWorld } from "./load-world";
import { offersOf } from "./prices";
import { usableAccounts } from "./request";
import { readPlan, scopeOf, type PlanStatus, type StoredPlan } from "./store";
import { toVerify, type ToVerify } from "./to-verify";
import type { World } from "./world";

export type PlanView = {
  readonly plan: StoredPlan;
  readonly world: World;
  readonly totals: Totals;
  readonly lost: readonly LostGround[];
  /** Who decides, or would: the holders of the accounts it orders from. */
  readonly holders: readonly Id[];
  /** Holders the person looking may decide for. */
  readonly decidesFor: readonly Id[];
  readonly mayChange: boolean;
  /** What is VERIFY in a draft, and nobody said of that they looked. */
  readonly toVerify: readonly ToVerify[];
  /** What has to be chosen at the checkout of stores that take balances by themselves, by order. */
  readonly toChoose: readonly ToChoose[];
  /** Where each line of a draft could be ordered instead, by line. */
  readonly places: ReadonlyMap<Id, readonly Place[]>;
  /** Open items of its lists that aren't in it: added since, or without a price. */
  readonly missing: readonly { readonly id: Id; readonly name: string; readonly listId: Id; readonly needsPrice: boolean }[];
};

/** A plan with all its page says, or null for who may not see it. Children without a view of balances see what they decide. */
export function planView(actor: Actor, planId: string, clock: Clock = systemClock): Promise<PlanView | null> {
  if (!isId(planId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const plan = await readPlan(tx, actor, planId);
    if (!plan) return null;
    const world = await loadWorld(tx, actor, today(actor, clock), scopeOf(plan));
    const holders = holdersOf(world, plan.draft);
    if (!seesBalances(actor) && !holders.includes(actor.memberId)) return null;
    const alive = plan.status === "draft" || plan.status === "proposed" || plan.status === "approved";
    const scope = { world, orderDates: plan.orderDates, horizonDays: plan.horizonDays, makeId: () => "" };
    const editable = plan.status === "draft" && isAdult(actor);
    const places = plan.draft.lines.map((line) => {
      const item = world.items.get(line.itemId);
      return [line.id, editable && item ? placesFor(scope, item) : []] as const;
    });
    return {
      plan,
      world,
      totals: totalsOf(world, plan.draft, plan.horizonDays, plan.status === "approved" || plan.status === "done"),
      lost: alive ? lostGround(world, stillToOrder(plan), plan.status === "approved") : [],
      holders,
      decidesFor: holders.filter((holder) => mayDecideFor(world, actor.memberId, holder)),
      mayChange: isAdult(actor),
      toVerify: plan.status === "draft" ? toVerify(world, plan.draft) : [],
      toChoose: alive ? toChoose(world, stillToOrder(plan), plan.status === "approved") : [],
      places: new Map(places),
      missing: missingItems(plan, world),
    };
  });
}

/** The plan that this command of the person has made or made again, in whatever process; null when it hasn't (yet). */
export function plannedBy(actor: Actor, commandId: string): Promise<Id | null> {
  if (!isId(commandId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const receipt = await tx.commandReceipt.findFirst({
      where: { householdId: actor.householdId, id: commandId, memberId: actor.memberId, name: { in: ["plans.make", "plans.again"] } },
    });
    const answer = z.object({ planId: idSchema }).safeParse(receipt?.result);
    return answer.success ? answer.data.planId : null;
  });
}

/** What has to be chosen at the checkout of one order of an approved plan, for its order day. */
export function orderToChoose(actor: Actor, planId: Id, orderId: Id, clock: Clock = systemClock): Promise<ToChoose["tooMuch"]> {
  return inHousehold(actor.householdId, async (tx) => {
    const plan = await readPlan(tx, actor, planId);
    if (plan?.status !== "approved") return [];
    const world = await loadWorld(tx, actor, today(actor, clock), scopeOf(plan));
    return toChoose(world, stillToOrder(plan), true).find((order) => order.orderId === orderId)?.tooMuch ?? [];
  });
}

function stillToOrder(plan: StoredPlan): StoredPlan["draft"] {
  const open = plan.draft.orders.filter((order) => (plan.orderStatus.get(order.id) ?? "planned") === "planned");
  return {
    ...plan.draft,
    orders: open,
    payments: plan.draft.payments.filter((payment) => open.some((order) => order.id === payment.orderId)),
  };
}

function missingItems(plan: StoredPlan, world: World): PlanView["missing"] {
  if (plan.status !== "draft") return [];
  const known = new Set(plan.draft.lines.map((line) => line.itemId));
  return [...world.items.values()]
    .filter((item) => item.status === "open" && item.otherPlanId === null && !known.has(item.id))
    .map((item) => ({ id: item.id, name: item.name, listId: item.listId, needsPrice: offersOf(item, world.stores).length === 0 }));
}

export type PlanRow = {
  readonly id: Id;
  readonly name: string;
  readonly status: PlanStatus;
  readonly things: number;
  readonly totalCents: Cents;
  readonly cashCents: Cents;
  readonly firstOn: Day | null;
  /** Names of those who still have to decide. */
  readonly waitingFor: readonly string[];
  readonly waitsForMe: boolean;
};

const MOST_ENDED = 20;

/** The plans under way, and the last that ended. */
export function planRows(actor: Actor): Promise<PlanRow[]> {
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const mine = seesBalances(actor) ? {} : { approvals: { some: { holderId: actor.memberId } } };
    const select = {
      planOrders: { include: { allocations: { where: { stage: "planned" } } } },
      planLines: { select: { orderId: true } },
      approvals: { include: { holder: true } },
    };
    const alive = await tx.plan.findMany({
      where: { householdId, AND: notKeptFrom(actor), ...mine, status: { in: ["draft", "proposed", "approved"] } },
      include: select,
      orderBy: { createdAt: "desc" },
    });
    const ended = await tx.plan.findMany({
      where: { householdId, AND: notKeptFrom(actor), ...mine, status: { in: ["done", "cancelled"] } },
      include: select,
      orderBy: { createdAt: "desc" },
      take: MOST_ENDED,
    });
    return [...alive, ...ended].map((plan): PlanRow => {
      const payments = plan.planOrders.flatMap((order) => order.allocations);
      const sum = (list: typeof payments) => cents(list.reduce((total, payment) => total + payment.cents, 0n));
      const waiting = plan.status === "proposed" ? plan.approvals.filter((approval) => approval.status === "waiting") : [];
      const days = plan.planOrders.map((order) => order.plannedOn.toISOString().slice(0, 10) as Day).sort();
      return {
        id: plan.id,
        name: plan.name,
        status: plan.status as PlanStatus,
        things: plan.planLines.filter((line) => line.orderId !== null).length,
        totalCents: sum(payments),
        cashCents: sum(payments.filter((payment) => payment.creditId === null)),
        firstOn: days[0] ?? null,
        waitingFor: waiting.map((approval) => approval.holder.name),
        waitsForMe: waiting.some((approval) => approval.holderId === actor.memberId || (isAdult(actor) && approval.holder.userId === null)),
      };
    });
  });
}

/** How many plans wait for a decision of this person, as in {@link planRows}; cheap enough for every page. */
export function plansWaiting(actor: Actor): Promise<number> {
  const holder = isAdult(actor) ? { OR: [{ holderId: actor.memberId }, { holder: { userId: null } }] } : { holderId: actor.memberId };
  return inHousehold(actor.householdId, (tx) =>
    tx.plan.count({
      where: {
        householdId: actor.householdId,
        ...notKeptFrom(actor),
        status: "proposed",
        approvals: { some: { status: "waiting", ...holder } },
      },
    }),
  );
}

export type PlanChoices = {
  readonly today: Day;
  readonly lists: readonly { readonly id: Id; readonly name: string; readonly storeName: string | null; readonly open: number }[];
  readonly needPrice: readonly { readonly id: Id; readonly name: string; readonly listId: Id }[];
  readonly taken: readonly { readonly id: Id; readonly name: string; readonly planId: Id }[];
  readonly hasAccounts: boolean;
  readonly hasCredits: boolean;
  readonly hasPrices: boolean;
};

/** What a plan can be made of, for the page that makes one. */
export function planChoices(actor: Actor, clock: Clock = systemClock): Promise<PlanChoices> {
  return inHousehold(actor.householdId, async (tx: Tx) => {
    const lists = await tx.list.findMany({
      where: { householdId: actor.householdId, archivedAt: null, purpose: "shared" },
      include: { store: { select: { name: true } } },
      orderBy: { createdAt: "asc" },
    });
    const world = await loadWorld(tx, actor, today(actor, clock), {
      listIds: lists.map((list) => list.id),
      itemIds: [],
      creditIds: [],
      planId: null,
    });
    const open = [...world.items.values()];
    const free = open.filter((item) => item.otherPlanId === null);
    const priced = free.filter((item) => offersOf(item, world.stores).length > 0);
    const accounts = usableAccounts(world);
    return {
      today: world.today,
      lists: lists.map((list) => ({
        id: list.id,
        name: list.name,
        storeName: list.store?.name ?? null,
        open: free.filter((item) => item.listId === list.id).length,
      })),
      needPrice: free.filter((item) => !priced.includes(item)).map((item) => ({ id: item.id, name: item.name, listId: item.listId })),
      taken: open.flatMap((item) => (item.otherPlanId === null ? [] : [{ id: item.id, name: item.name, planId: item.otherPlanId }])),
      hasAccounts: accounts.length > 0,
      hasCredits: [...world.credits.values()].some(
        (credit) => !credit.closed && accounts.some((account) => account.id === credit.accountId),
      ),
      hasPrices: priced.length > 0,
    };
  });
}
