import { isAdult, seesBalances, type Actor } from "@/lib/auth/actor";
import { creditRows, type CreditRow } from "@/lib/credits/queries";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { activeMembers, type MemberRow } from "@/lib/households/queries";
import { notKeptFrom } from "@/lib/households/surprise";
import { cents, type Cents } from "@/lib/kernel/cents";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import type { PlanStatus } from "@/lib/plans/store";
import type { Verdict } from "@/lib/policy/verdict";
import { denominations, type Format, type Occasion, type Thing } from "./gift";
import { giftVerdict } from "./verdict";

export type GiftRow = {
  readonly id: Id;
  readonly planId: Id;
  readonly planStatus: PlanStatus;
  readonly title: string;
  readonly thing: Thing;
  readonly format: Format;
  readonly occasion: Occasion;
  readonly giftOn: Day;
  readonly giverId: Id;
  readonly giverName: string;
  /** For whom, by name: a member, or somebody outside. */
  readonly forName: string;
  readonly contactNote: string;
  readonly amountCents: Cents;
  readonly bought: boolean;
  readonly cardId: Id | null;
  /** Until its day it is kept from whom it is for. */
  readonly hidden: boolean;
};

/** The gifts the member may know of, or one of them: the next day first. */
export async function giftRows(tx: Tx, reader: Parameters<typeof notKeptFrom>[0], id?: Id): Promise<GiftRow[]> {
  const rows = await tx.gift.findMany({
    where: { householdId: reader.householdId, plan: notKeptFrom(reader), ...(id === undefined ? {} : { id }) },
    orderBy: [{ giftOn: "asc" }, { id: "asc" }],
    include: {
      giver: { select: { name: true } },
      recipient: { select: { name: true } },
      plan: {
        select: {
          status: true,
          hiddenFromId: true,
          planLines: { select: { amountCents: true, status: true } },
          cards: { select: { id: true }, orderBy: { id: "asc" }, take: 1 },
        },
      },
    },
  });
  return rows.map(({ plan, giver, recipient, ...row }) => ({
    id: row.id,
    planId: row.planId,
    planStatus: plan.status as PlanStatus,
    title: row.title,
    thing: row.thing as Thing,
    format: row.format as Format,
    occasion: row.occasion as Occasion,
    giftOn: dayFromDate(row.giftOn),
    giverId: row.giverId,
    giverName: giver.name,
    forName: recipient?.name ?? row.contactName,
    contactNote: row.contactNote,
    amountCents: cents(plan.planLines.reduce((sum, line) => sum + line.amountCents, 0n)),
    bought: plan.planLines.some((line) => line.status === "ordered"),
    cardId: plan.cards[0]?.id ?? null,
    hidden: plan.hiddenFromId !== null,
  }));
}

export type GiftsPage = { readonly gifts: readonly GiftRow[]; readonly wish: string };

/** The household's gifts, and what the person likes to be given; no gifts for a child who may not see balances. */
export function giftsPage(actor: Actor): Promise<GiftsPage> {
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId, memberId } = actor;
    const { giftWish } = await tx.member.findUniqueOrThrow({ where: { householdId_id: { householdId, id: memberId } } });
    return { gifts: seesBalances(actor) ? await giftRows(tx, actor) : [], wish: giftWish };
  });
}

/** One gift; null when there is none the person may know of. */
export function giftPage(actor: Actor, giftId: string): Promise<GiftRow | null> {
  if (!isId(giftId) || !seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => (await giftRows(tx, actor, giftId))[0] ?? null);
}

export type NewGiftPage = {
  readonly credits: readonly CreditRow[];
  /** The credit that was chosen with the verdict on it; null before one is. */
  readonly chosen: { readonly credit: CreditRow; readonly verdict: Verdict; readonly amounts: readonly Cents[] } | null;
  /** Whom it can be for, with what they like. */
  readonly people: readonly (Pick<MemberRow, "id" | "name"> & { readonly wish: string })[];
};

/** What making a gift needs: the verdict on the credit and thing chosen, before anything else. Null for children. */
export function newGiftPage(
  actor: Actor,
  { creditId, thing, today }: { readonly creditId: string | undefined; readonly thing: Thing; readonly today: Day },
): Promise<NewGiftPage | null> {
  if (!isAdult(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const credits = (await creditRows(tx, actor, { closed: false })).filter(({ freeCents }) => freeCents > 0n);
    const asked = creditId !== undefined && isId(creditId) ? await giftVerdict(tx, actor, creditId, thing, today) : null;
    const wishes = await tx.member.findMany({ where: { householdId: actor.householdId }, select: { id: true, giftWish: true } });
    const members = await activeMembers(tx, actor);
    return {
      credits,
      chosen: asked && { ...asked, amounts: denominations(asked.credit.freeCents, actor.household.currency) },
      people: members
        .filter(({ id }) => id !== actor.memberId)
        .map(({ id, name }) => ({ id, name, wish: wishes.find((wish) => wish.id === id)?.giftWish ?? "" })),
    };
  });
}
