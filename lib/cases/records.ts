import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { CheckedFile } from "./file-kind";
import { CASE_ROLES, lockOpenCase, mustHaveSupport, type LockedCase } from "./locked-case";
import type { NewContact } from "./schema";

/** How many files a case keeps, removed ones left out. */
export const MAX_FILES = 20;
/** How long what was removed can be brought back; a file's content is erased after it. In milliseconds. */
export const KEPT_AFTER_REMOVAL = 24 * 60 * 60 * 1000;

type Happening = "contacted" | "contact_removed" | "contact_restored" | "file_added" | "file_removed" | "file_restored";

const ACTIONS: Readonly<Record<Happening, string>> = {
  contacted: "case.contacted",
  contact_removed: "case.contact_removed",
  contact_restored: "case.contact_restored",
  file_added: "case.file_added",
  file_removed: "case.file_removed",
  file_restored: "case.file_restored",
};

/** Says what happened to a case, with nothing of what is in it. */
async function note(tx: Tx, actor: Actor, { id, storeName }: LockedCase, happening: Happening): Promise<void> {
  await recordActivity(tx, actor, {
    action: ACTIONS[happening],
    subjectType: "case",
    subjectId: id,
    detail: { store: storeName },
  });
}

/** Writes down a contact with the store: when, with whom, by which channel, its reference, and what was said (R33). */
export function addContact(actor: Actor, commandId: Id, caseId: Id, input: NewContact, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.addContact", roles: CASE_ROLES }, async (tx) => {
    const found = await lockOpenCase(tx, actor, caseId);
    await mustHaveSupport(tx, actor, found);
    if (input.happenedOn > today(actor, clock)) throw new Refusal("cases.day_ahead", { field: "happenedOn" });
    await tx.caseContact.create({
      data: {
        householdId: actor.householdId,
        id: newId(),
        caseId,
        memberId: actor.memberId,
        ...input,
        happenedOn: dateFromDay(input.happenedOn),
      },
    });
    await note(tx, actor, found, "contacted");
    return null;
  });
}

/** Takes a contact out of the case, or brings it back for a day after that. */
export function removeContact(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  { contactId, removed }: { readonly contactId: Id; readonly removed: boolean },
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.removeContact", roles: CASE_ROLES }, async (tx) => {
    const found = await lockOpenCase(tx, actor, caseId);
    const changed = await tx.caseContact.updateMany({
      where: { householdId: actor.householdId, id: contactId, caseId, removedAt: removed ? null : { gt: oldest(clock) } },
      data: { removedAt: removed ? clock.now() : null },
    });
    if (changed.count === 0) throw new Refusal("not_found");
    await note(tx, actor, found, removed ? "contact_removed" : "contact_restored");
    return null;
  });
}

const oldest = (clock: Clock) => new Date(clock.now().getTime() - KEPT_AFTER_REMOVAL);

/** Erases the files of this household that were removed longer than a day ago. */
async function eraseRemoved(tx: Tx, { householdId }: Actor, clock: Clock): Promise<void> {
  const gone = { householdId, removedAt: { lte: oldest(clock) } };
  await tx.caseFileContent.deleteMany({ where: { householdId, file: gone } });
  await tx.caseFile.deleteMany({ where: gone });
}

/** Keeps a file with a case, and with one of its contacts where it belongs to one (R33). The content was checked. */
export function addFile(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  { contactId, file }: { readonly contactId: Id | null; readonly file: CheckedFile },
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.addFile", roles: CASE_ROLES }, async (tx) => {
    const { householdId } = actor;
    const found = await lockOpenCase(tx, actor, caseId);
    await eraseRemoved(tx, actor, clock);
    const kept = await tx.caseFile.count({ where: { householdId, caseId, removedAt: null } });
    if (kept >= MAX_FILES) throw new Refusal("cases.too_many_files", { field: "file", values: { most: MAX_FILES } });
    if (contactId !== null) {
      const known = await tx.caseContact.count({ where: { householdId, id: contactId, caseId, removedAt: null } });
      if (known === 0) throw new Refusal("not_found", { field: "contact" });
    }
    const id = newId();
    const { content, ...about } = file;
    await tx.caseFile.create({
      data: { householdId, id, caseId, contactId, memberId: actor.memberId, size: content.length, ...about },
    });
    await tx.caseFileContent.create({ data: { householdId, fileId: id, content } });
    await note(tx, actor, found, "file_added");
    return null;
  });
}

/** Takes a file out of the case, or brings it back for a day after that; then its content is erased. */
export function removeFile(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  { fileId, removed }: { readonly fileId: Id; readonly removed: boolean },
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.removeFile", roles: CASE_ROLES }, async (tx) => {
    const found = await lockOpenCase(tx, actor, caseId);
    await eraseRemoved(tx, actor, clock);
    const changed = await tx.caseFile.updateMany({
      where: { householdId: actor.householdId, id: fileId, caseId, removedAt: removed ? null : { gt: oldest(clock) } },
      data: { removedAt: removed ? clock.now() : null },
    });
    if (changed.count === 0) throw new Refusal("not_found");
    await note(tx, actor, found, removed ? "file_removed" : "file_restored");
    return null;
  });
}
