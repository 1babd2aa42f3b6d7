import type { Result } from "@/lib/kernel/result";
import { verifyBooks } from "@/lib/books/verify";
import { describeDifference } from "@/lib/books/difference";
import { needs, type Command, type History, type Step } from "./command";
import { difference, readFacts, type Facts } from "./facts";
import { Household } from "./household";
import { predict, type Seen } from "./predict";
import { emptyBooks, type Books } from "./state";

/** How often each deed ended how: "spend ok", "spend credits.not_enough". */
export type Counts = Map<string, number>;
export type Played = { readonly history: History; readonly problem: string | null };

/** One sending of a command, with what it was answered. */
type Sending = { readonly command: Command; readonly seen: Seen };

/**
 * Plays a history in a household of its own. `next` is asked for each step, knowing the model's books; null ends it. After
 * each step the answers and the database must be what the model says for some order of what happened at once; at
 * the end `npm run verify` must find nothing.
 */
export async function play(next: (books: Books, number: number) => Step | null, counts: Counts = new Map()): Promise<Played> {
  const household = await Household.make();
  const history: Step[] = [];
  let books = emptyBooks();
  let number = 1;
  for (;;) {
    const asked = next(books, number);
    if (asked === null) break;
    const step = asked.filter(({ deed }) => isThere(books, deed));
    number = Math.max(number, ...asked.map((command) => command.number + 1));
    if (step.length === 0) continue;
    history.push(step);
    const after = await take(household, books, step, counts);
    if (typeof after === "string") return { history, problem: after };
    books = after;
  }
  const { differences } = await verifyBooks(household.id);
  return { history, problem: differences[0] ? describeDifference(differences[0]) : null };
}

/** A history again, as it was kept; what has become meaningless by shortening is left out. */
export function replay(history: History): Promise<Played> {
  const steps = history.values();
  return play(() => steps.next().value ?? null);
}

function isThere(books: Books, deed: Command["deed"]): boolean {
  const known = (name: string) => [books.credits, books.plans, books.orders, books.settlements].some((things) => name in things);
  if (deed.do === "reverse entry" && (books.credits[deed.credit]?.entries.length ?? 0) < deed.number) return false;
  return needs(deed).every(known);
}

async function take(household: Household, books: Books, step: Step, counts: Counts): Promise<Books | string> {
  let answers: Result<unknown>[][];
  try {
    answers = await Promise.all(step.map((command) => household.carryOut(command)));
  } catch (error) {
    return `a command broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const undone = new Set(
    step.flatMap(({ deed }, index) => (deed.do === "undo" && answers[index]?.some((answer) => answer.ok) ? [deed.order] : [])),
  );
  for (const [index, command] of step.entries()) nameNewCredit(household, command, answers[index] ?? []);
  await nameRefundCredits(household, step);
  const facts = await readFacts(household);
  const sendings = step.flatMap((command, index): Sending[] =>
    (answers[index] ?? []).map((answer) => {
      const code = answer.ok ? "ok" : answer.failure.code;
      const key = `${command.deed.do} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { command, seen: answer.ok ? { code, ...booked(household, command, facts, undone) } : { code } };
    }),
  );
  return explain(books, household, facts, sendings);
}

function nameNewCredit(household: Household, { number, deed }: Command, answers: readonly Result<unknown>[]): void {
  if (deed.do === "refund" && deed.into === "new" && answers.some((answer) => answer.ok)) household.ids.set(`c${number}`, "");
}

/** A refund into a new credit doesn't answer with the credit's id: it is the one its refund went to. */
async function nameRefundCredits(household: Household, step: Step): Promise<void> {
  if (!step.some(({ number }) => household.ids.get(`c${number}`) === "")) return;
  const { raw } = await readFacts(household);
  for (const { number } of step) {
    if (household.ids.get(`c${number}`) !== "") continue;
    const credit = raw.refunded.find(({ owner }) => owner === household.ids.get(`r${number}`))?.credit;
    if (credit) household.ids.set(`c${number}`, credit);
    else household.ids.delete(`c${number}`);
  }
}

/** What a command booked where the application has a choice. */
function booked(household: Household, { number, deed }: Command, facts: Facts, undone: ReadonlySet<string>): Omit<Seen, "code"> {
  const named = (id: string | null) => (id === null ? null : (facts.nameOf.get(id) ?? id));
  const plain = ({ line, credit, cents }: { line: string | null; credit: string | null; cents: number }) => ({
    line: named(line),
    credit: named(credit),
    cents,
  });
  if (deed.do === "record order") {
    // Taken back at the same moment: what is in the books by now may be of neither.
    if (undone.has(deed.order)) {
      const shares = facts.shares.filter((share) => share.order === deed.order && share.refund === null && share.cents !== 0);
      return { shares };
    }
    const orderId = household.ids.get(deed.order);
    return {
      shares: facts.shares.filter((share) => share.order === deed.order && share.refund === null && share.cents !== 0),
      parts: facts.raw.paid.filter(({ owner }) => owner === orderId).map(plain),
    };
  }
  if (deed.do !== "refund") return {};
  const refundId = household.ids.get(`r${number}`);
  return {
    shares: facts.shares.filter((share) => share.refund !== null && share.refund === refundId),
    parts: facts.raw.refunded.filter(({ owner }) => owner === refundId).map(plain),
  };
}

/** The books after these answers, in whichever order explains them and what the database holds; else what is wrong in the likeliest. */
function explain(books: Books, household: Household, facts: Facts, sendings: readonly Sending[]): Books | string {
  let furthest = { depth: -1, problem: "" };
  const tell = (depth: number, problem: string) => {
    if (depth > furthest.depth) furthest = { depth, problem };
  };
  const search = (before: Books, left: readonly Sending[], depth: number): Books | null => {
    if (left.length === 0) {
      const problem = difference(before, household, facts);
      if (problem !== null) tell(depth, problem);
      return problem === null ? before : null;
    }
    for (const [index, { command, seen }] of left.entries()) {
      const rest = left.filter((_, other) => other !== index);
      const after = structuredClone(before);
      // Who was told that too many wanted the same at once changed nothing.
      const problem = seen.code === "command.busy" && sendings.length > 1 ? null : predict(after, command, seen);
      if (problem !== null) {
        tell(depth, problem);
        continue;
      }
      const found = search(after, rest, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  return search(books, sendings, 0) ?? furthest.problem;
}
