import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { History } from "./model/command";
import { nextStep } from "./model/generate";
import { play, replay, type Counts } from "./model/play";
import { Chance } from "./model/random";
import { shrink } from "./model/shrink";

/** `npm run prove:books` runs a million; each test run so many, from another seed each time. */
const COMMANDS = Number(process.env.COMMANDS ?? 600);
const SEED = Number(process.env.SEED ?? Date.now() % 2_000_000_000);
/** Commands in one household; its books are verified at the end. */
const LENGTH = 60;
/** Households at the same time. */
const LANES = 3;
const FOLDER = path.join(import.meta.dirname, "histories");

const kept = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));

test.for(kept)("the history %s, which failed once, ends as the model says", async (file) => {
  const history = JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as History;
  for (let time = 0; time < 5; time += 1) expect((await replay(history)).problem).toBeNull();
});

test(
  "whatever several people do with credits, plans, orders, refunds and debts, at once or not, the books are what a plain model says",
  async () => {
    const counts: Counts = new Map();
    const began = Date.now();
    let [given, history] = [0, 0];
    const lane = async (): Promise<void> => {
      while (given < COMMANDS) {
        const seed = SEED + history;
        history += 1;
        given += LENGTH;
        const chance = new Chance(seed);
        const played = await play((books, number) => (number > LENGTH ? null : nextStep(books, chance, number)), counts);
        if (played.problem !== null) throw new Error(await keep(played.history, seed, played.problem));
        if (COMMANDS > 20_000 && history % 50 === 0) say(`${progress(counts, began)}, up to seed ${seed}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    say(`${progress(counts, began)}, ${history} households, from seed ${SEED}\n${describe(counts)}`);
    expect(new Set([...counts.keys()].filter((key) => key.endsWith(" ok"))).size).toBeGreaterThan(COMMANDS < 1000 ? 10 : 20);
  },
  Math.max(120_000, COMMANDS * 60),
);

/** Shortens a failing history and writes it where every later run replays it. */
async function keep(history: History, seed: number, problem: string): Promise<string> {
  const shortest = await shrink(history);
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `seed-${seed}.json`);
  writeFileSync(file, `${JSON.stringify(shortest, undefined, 2)}\n`);
  const again = await replay(shortest);
  return `seed ${seed}: ${problem}\nShortened to ${shortest.length} steps in ${file}: ${again.problem ?? "it doesn't fail each time"}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function progress(counts: Counts, began: number): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const seconds = (Date.now() - began) / 1000;
  return `${total} commands in ${seconds.toFixed(1)} s (${Math.round(total / seconds)} a second)`;
}

function describe(counts: Counts): string {
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `  ${String(count).padStart(7)}  ${key}`)
    .join("\n");
}
