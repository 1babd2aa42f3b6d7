import type { Actor } from "@/lib/auth/actor";
import type { Id } from "@/lib/kernel/id";
import { fail, type Failure, type Result } from "@/lib/kernel/result";
import type { Change } from "./change";
import { addItem, moveItem } from "./commands";
import { checkItem, keepItem, patchItem, removeItem, restoreItem, uncheckItem } from "./merge-commands";
import { changesAfter, type ListChanges } from "./queries";
import { readChange } from "./sync-schema";

function run(actor: Actor, listId: Id, change: Change): Promise<Result<unknown>> {
  switch (change.kind) {
    case "add":
      return addItem(actor, change.id, { ...change.fields, listId });
    case "edit":
      return patchItem(actor, change.id, change);
    case "check":
      return checkItem(actor, change.id, change);
    case "uncheck":
      return uncheckItem(actor, change.id, change);
    case "remove":
      return removeItem(actor, change.id, change);
    case "restore":
      return restoreItem(actor, change.id, change);
    case "move":
      return moveItem(actor, change.id, change);
    case "keep":
      return keepItem(actor, change.id, change);
  }
}

/** Nothing is wrong with the change: it couldn't be tried now. */
const NOT_NOW: ReadonlySet<string> = new Set(["command.busy", "command.crowded", "command.unreachable"]);

/** What becomes of one change. */
export type Answer = { readonly id: Id; readonly ok: true } | { readonly id: Id; readonly ok: false; readonly failure: Failure };

/** What a device sends: what it knows, and what was done on it, in its order and as it came. */
export type Sending = { readonly since: number; readonly changes: readonly { readonly id: Id }[] };

/**
 * Takes what a device did, each change in a transaction of its own, and tells what has changed since what it knew. Changes that couldn't
 * be tried now have no answer: the device sends them again. Null when the household has no such list.
 */
export async function syncList(
  actor: Actor,
  listId: Id,
  { since, changes }: Sending,
): Promise<{ readonly answers: readonly Answer[]; readonly changes: ListChanges } | null> {
  if (!(await changesAfter(actor.householdId, listId, Number.MAX_SAFE_INTEGER))) return null;
  const answers: Answer[] = [];
  for (const sent of changes) {
    const change = readChange(sent);
    const result = change ? await run(actor, listId, change) : fail("invalid");
    if (!result.ok && NOT_NOW.has(result.failure.code)) break;
    answers.push(result.ok ? { id: sent.id, ok: true } : { id: sent.id, ok: false, failure: result.failure });
  }
  const now = await changesAfter(actor.householdId, listId, since);
  return now && { answers, changes: now };
}
