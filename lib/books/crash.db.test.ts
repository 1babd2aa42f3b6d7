import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { crash, VICTIMS, type Round } from "./crash/rounds";

/** `npm run prove:crash` kills as often as wanted; each test run each victim once. */
const TIMES = Number(process.env.TIMES ?? VICTIMS.length);

test(
  "whoever is killed in the middle of the writing, the next start works, nothing acknowledged is lost and nothing is half done",
  async () => {
    const given = process.env.DATABASE_URL;
    const folder = mkdtempSync(path.join(tmpdir(), "commonpurse-crash-"));
    const rounds: Round[] = [];
    try {
      await crash(folder, TIMES, (round) => {
        rounds.push(round);
        const { victim, acknowledged, unanswered, startMs, problems } = round;
        process.stdout.write(
          `${rounds.length}: killed ${victim}; ${acknowledged} acknowledged, ${unanswered} unanswered; started in ${startMs} ms; ${problems.length} problems\n`,
        );
        expect(problems).toEqual([]);
      });
    } finally {
      await disconnect();
      process.env.DATABASE_URL = given;
      rmSync(folder, { recursive: true, force: true });
    }
    const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
    process.stdout.write(
      `${rounds.length} kills, ${sum((round) => round.acknowledged)} acknowledged, ${sum((round) => round.unanswered)} unanswered\n`,
    );
    expect(rounds).toHaveLength(TIMES);
  },
  Math.max(120_000, TIMES * 30_000),
);
