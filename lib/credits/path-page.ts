import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import { categoryUse, type Facts, type UseKind } from "@/lib/policy/facts";
import { CAREFULNESS } from "@/lib/policy/rule";
import { verdict, type Verdict } from "@/lib/policy/verdict";
import { CATEGORIES, type Category } from "@/lib/stores/category";
import { factsOf, termsStanding, type TermsStanding } from "./facts";
import { readKnowledge, type Knowledge } from "./knowledge";
import { creditPage, type CreditPage } from "./ledger-page";
import { pathOf, type PathStep } from "./path";

/** One thing the household wants, with the verdict of this credit on it (R70, R72). */
export type WantedItem = {
  readonly id: Id;
  readonly listId: Id;
  readonly name: string;
  readonly category: Category;
  readonly verdict: Verdict;
};

/** A credit with what is known of it, what it may be used for, and how far the path is. */
export type PathPage = CreditPage & {
  readonly facts: Facts;
  readonly known: Knowledge;
  readonly standing: TermsStanding;
  readonly region: string;
  readonly path: readonly PathStep[];
  /** Open things that are or may be sold at its store; what it pays first. */
  readonly wanted: readonly WantedItem[];
};

const MOST_WANTED = 200;

/** One credit with its path, and a page of its ledger (entries below `before`); null when it isn't there for the actor. */
export async function pathPage(actor: Actor, creditId: string, today: Day, before: number | null = null): Promise<PathPage | null> {
  if (!seesBalances(actor) || !isId(creditId)) return null;
  const page = await creditPage(actor, creditId, before);
  if (!page) return null;
  const { credit } = page;
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const known = (await readKnowledge(tx, householdId, [creditId]))(creditId);
    const facts = factsOf(credit, known);
    const marks = await tx.pathStep.findMany({ where: { householdId, creditId }, select: { step: true } });
    const marked = (step: string) => marks.some((mark) => mark.step === step);
    const orders = await tx.ledgerEntry.count({ where: { householdId, creditId, kind: "spend", orderId: { not: null } } });
    const store = await tx.store.findUniqueOrThrow({
      where: { householdId_id: { householdId, id: credit.storeId } },
      select: { region: true },
    });
    const items = await tx.item.findMany({
      where: {
        householdId,
        status: "open",
        list: { archivedAt: null, OR: [{ storeId: null }, { storeId: credit.storeId }] },
        OR: [{ itemOffers: { none: {} } }, { itemOffers: { some: { storeId: credit.storeId } } }],
      },
      orderBy: [{ priority: "asc" }, { sortKey: "asc" }, { id: "asc" }],
      take: MOST_WANTED,
      select: { id: true, listId: true, name: true, category: true },
    });
    const wanted = items.map((item) => ({
      ...item,
      category: item.category as Category,
      verdict: verdict(facts, { ...categoryUse(item.category), on: today }),
    }));
    return {
      ...page,
      facts,
      known,
      standing: termsStanding(known, today),
      region: store.region,
      path: pathOf({
        facts,
        today,
        seen: page.seen,
        originAcknowledged: marked("origin_unknown"),
        cartSkipped: marked("cart_skipped"),
        ordered: orders > 0,
      }),
      wanted: wanted.sort((a, b) => CAREFULNESS[a.verdict.verdict] - CAREFULNESS[b.verdict.verdict]),
    };
  });
}

/** What a page answers for: the uses of the credit that people ask about, in one order everywhere. */
export const ASKED_USES: readonly UseKind["kind"][] = [
  "goods",
  "store_gift_card",
  "third_party_gift_card",
  "cash_out",
  "give_to_person",
  "other_store",
];

/** The verdict on each use people ask about. "goods" stands for what the credit pays best; single things have their own. */
export function verdictsOf(facts: Facts, today: Day): { readonly kind: UseKind["kind"]; readonly verdict: Verdict }[] {
  const goods = CATEGORIES.filter((category) => category !== "gift_card");
  return ASKED_USES.map((kind) => {
    if (kind !== "goods") return { kind, verdict: verdict(facts, { kind, on: today }) };
    const answers = goods.map((category) => verdict(facts, { kind, category, on: today }));
    return { kind, verdict: answers.reduce((best, one) => (CAREFULNESS[one.verdict] < CAREFULNESS[best.verdict] ? one : best)) };
  });
}
