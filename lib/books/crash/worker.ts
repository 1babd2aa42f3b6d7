import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { present } from "@/lib/kernel/assert";
import { newId } from "@/lib/kernel/id";
import { ask } from "./ask";
import type { Deed, Message, Place } from "./message";

/** Stands in for the application: several people write at once, until this process is killed or the database is gone. */
const [line] = await new Promise<string[]>((resolve) => {
  createInterface({ input: process.stdin }).once("line", (text) => resolve([text]));
});
const place = JSON.parse(present(line, "the place")) as Place;
process.env.DATABASE_URL = place.url;

const say = (message: Message) => writeSync(1, `${JSON.stringify(message)}\n`);

async function lane(order: number, deeds: readonly Deed[]): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const deed = present(deeds[turn % deeds.length], "the deed");
    const [id, cents] = [newId(), 1 + Math.floor(Math.random() * 40)];
    say({ say: "sent", id, deed, order, cents });
    const answer = await ask(place, { id, deed, order, cents });
    say({ say: "answered", id, code: answer.ok ? "ok" : answer.failure.code });
  }
}

// The first thing that breaks (the database was killed) ends the process, as it ends the requests under way.
await Promise.all(
  place.orders.flatMap((_, order) => [
    lane(order, ["top_up", "spend"]),
    lane(order, ["spend", "top_up", "top_up"]),
    lane(order, ["record", "undo"]),
    lane(order, ["settle"]),
  ]),
).catch(() => process.exit(1));
