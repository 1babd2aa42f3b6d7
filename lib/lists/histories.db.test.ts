import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { newId, type Id } from "@/lib/kernel/id";
import type { Change } from "./change";
import { createList } from "./list-commands";
import { Device, FATES, type Deed } from "./testing/device";
import { Rules } from "./testing/rules";

/** `npm run prove:lists` runs ten thousand; each test run a hundred, from another seed each time. */
const HISTORIES = Number(process.env.HISTORIES ?? 100);
const SEED = Number(process.env.SEED ?? Date.now() % 2_000_000_000);

type Step =
  | { readonly do: Deed; readonly on: number }
  | { readonly send: (typeof FATES)[number]; readonly on: number }
  | { readonly hear: boolean; readonly on: number }
  | { readonly crash: true; readonly on: number }
  | { readonly late: true; readonly on: number }
  | { readonly keep: true; readonly on: number }
  | { readonly together: true };

const on = fc.nat(2);
const deed = fc.record({
  kind: fc.constantFrom<Deed["kind"]>(
    "add",
    "rename",
    "quantity",
    "check",
    "check",
    "uncheck",
    "uncheck",
    "remove",
    "restore",
    "move",
    "keep",
  ),
  which: fc.nat(3),
  other: fc.nat(9),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: deed, on }) },
  { weight: 5, arbitrary: fc.record({ send: fc.constantFrom(...FATES), on }) },
  { weight: 2, arbitrary: fc.record({ hear: fc.boolean(), on }) },
  { weight: 1, arbitrary: fc.record({ crash: fc.constant(true as const), on }) },
  { weight: 1, arbitrary: fc.record({ late: fc.constant(true as const), on }) },
  { weight: 1, arbitrary: fc.record({ keep: fc.constant(true as const), on }) },
  { weight: 1, arbitrary: fc.constant({ together: true as const }) },
);

let actors: Actor[];
beforeAll(async () => {
  const household = await testHousehold({ anna: { role: "owner" }, ben: { role: "adult" }, cleo: { role: "child" } });
  actors = ["anna", "ben", "cleo"].map((name) => present(household.actors[name], name));
});

async function takeStep(devices: readonly Device[], step: Step, made: Change[]): Promise<void> {
  if ("together" in step) {
    await Promise.all(devices.map((device) => device.send("arrives")));
    return;
  }
  const device = present(devices[step.on], "device");
  if ("do" in step) {
    const change = device.do(step.do);
    if (change) made.push(change);
  } else if ("send" in step) await device.send(step.send);
  else if ("hear" in step) await device.hear(step.hear);
  else if ("crash" in step) device.crash();
  else if ("late" in step) device.takeLate();
  else device.keepList();
}

async function taken(householdId: Id, ids: readonly Id[]): Promise<Set<Id>> {
  const receipts = await database().commandReceipt.findMany({ where: { householdId, id: { in: [...ids] } }, select: { id: true } });
  return new Set(receipts.map(({ id }) => id));
}

test("whatever devices do, whatever the network loses, doubles and delays, all end equal and nothing is lost", {
  timeout: 60_000 + HISTORIES * 1_000,
}, async () => {
  const anna = present(actors[0], "anna");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24, size: "max" }), async (steps) => {
      const created = await createList(anna, newId(), { name: "Weekly" });
      if (!created.ok) throw new Error(created.failure.code);
      const { listId } = created.value;
      const rules = new Rules();
      const devices = actors.map((actor) => new Device(actor, listId, (change, by) => rules.take(change, by)));
      const made: Change[] = [];
      for (const each of steps) await takeStep(devices, each, made);
      for (const device of devices) await device.settle();
      for (const device of devices) await device.hear(false);

      const [first, ...others] = devices.map((device) => device.screen());
      for (const screen of others) expect(screen).toBe(first);
      const known = await taken(
        anna.householdId,
        made.map(({ id }) => id),
      );
      const refused = new Set(devices.flatMap((device) => [...device.refused()]));
      expect(made.filter(({ id }) => !known.has(id) && !refused.has(id))).toEqual([]);

      // Where the server worked on one sending at a time, it is known in which order: then the rules say what must have come of it.
      if (steps.some((each) => "together" in each)) return;
      const rows = await database().item.findMany({
        where: { householdId: anna.householdId, listId },
        orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      });
      expect(rows.map(({ id }) => id)).toEqual(rules.order);
      for (const { id, name, quantityMilli, status, statusById, version, cameBack } of rows)
        expect({ name, quantityMilli, status, by: statusById, edits: version, cameBack }).toEqual(rules.items.get(id));
    }),
    { numRuns: HISTORIES, seed: SEED, interruptAfterTimeLimit: process.env.HISTORIES ? undefined : 15_000, markInterruptAsFailure: false },
  );
});
