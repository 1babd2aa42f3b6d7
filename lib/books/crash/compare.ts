import { describeDifference } from "@/lib/books/difference";
import { verifyBooks } from "@/lib/books/verify";
import { database } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import type { Id } from "@/lib/kernel/id";
import { ask } from "./ask";
import type { Message, Place } from "./message";

type Sent = Extract<Message, { say: "sent" }>;
export type Compared = { readonly acknowledged: number; readonly unanswered: number; readonly problems: readonly string[] };

/**
 * What was said before the kill against what is in the database after the next start: what was acknowledged is there, what was
 * refused isn't, what nobody heard of is there whole or not at all, and sending it again does it once.
 */
export async function compare(place: Place, messages: readonly Message[]): Promise<Compared> {
  const answers = new Map(messages.flatMap((message) => (message.say === "answered" ? [[message.id, message.code] as const] : [])));
  const sent = messages.filter((message) => message.say === "sent");
  const problems: string[] = [];
  const check = async (when: string) => {
    const found = await read(place);
    for (const message of sent) {
      const code = answers.get(message.id);
      const [receipt, traces] = [found.receipts.has(message.id), found.traces.get(message.id) ?? 0];
      const told = `${when}: ${message.deed} ${message.id} (${code ?? "unanswered"})`;
      if (code === "ok" && !receipt) problems.push(`${told} is lost`);
      if (code !== undefined && code !== "ok" && receipt) problems.push(`${told} was refused, and is there`);
      // An undo leaves no text of its own; the order's state below tells of it.
      if (message.deed !== "undo" && traces !== (receipt ? 1 : 0))
        problems.push(`${told} is half done: ${traces} entries, receipt ${receipt}`);
    }
    for (const [index, { orderId }] of place.orders.entries()) {
      const done = (deed: string) => sent.filter((m) => m.order === index && m.deed === deed && found.receipts.has(m.id)).length;
      const status = done("record") - done("undo") === 1 ? "ordered" : "planned";
      if (found.orders.get(orderId) !== status) problems.push(`${when}: the order is ${found.orders.get(orderId)}, not ${status}`);
    }
    for (const { householdId } of place.orders) {
      const { differences } = await verifyBooks(householdId);
      problems.push(...differences.map((difference) => `${when}: ${describeDifference(difference)}`));
    }
  };
  await check("after the start");
  const unanswered = sent.filter(({ id }) => !answers.has(id));
  for (const message of unanswered) await again(place, message, answers);
  await check("sent again");
  return { acknowledged: [...answers.values()].filter((code) => code === "ok").length, unanswered: unanswered.length, problems };
}

async function again(place: Place, message: Sent, answers: Map<Id, string>): Promise<void> {
  const answer = await ask(place, message);
  answers.set(message.id, answer.ok ? "ok" : answer.failure.code);
}

async function read(place: Place) {
  const householdId = { in: place.orders.map((order) => order.householdId) };
  const db = database();
  const receipts = await db.commandReceipt.findMany({ where: { householdId }, select: { id: true } });
  const entries = await db.ledgerEntry.findMany({
    where: { householdId, creditId: { in: place.orders.map((order) => order.wallet) } },
    select: { reason: true },
  });
  const settlements = await db.settlement.findMany({ where: { householdId }, select: { note: true } });
  // Both the entries of a recording say its number; one of them is enough to find it.
  const recorded = await db.ledgerEntry.findMany({
    where: { householdId, kind: "spend", creditId: { in: place.orders.map((order) => order.giftCard) } },
    select: { reason: true },
  });
  const orders = await db.planOrder.findMany({ where: { householdId }, select: { id: true, status: true } });
  const traces = new Map<string, number>();
  const texts = [
    ...entries.map(({ reason }) => reason),
    ...settlements.map(({ note }) => note),
    ...recorded.map(({ reason }) => present(reason.split(" ").at(-1), "the order's number")),
  ];
  for (const text of texts) traces.set(text, (traces.get(text) ?? 0) + 1);
  return { receipts: new Set(receipts.map(({ id }) => id)), traces, orders: new Map(orders.map(({ id, status }) => [id, status])) };
}
