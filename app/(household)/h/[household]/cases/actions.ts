"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { wholeNumber } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import * as commands from "@/lib/cases/commands";
import { checkFile, MAX_FILE_BYTES } from "@/lib/cases/file-kind";
import * as records from "@/lib/cases/records";
import {
  contactSchema,
  documentSchema,
  factsSchema,
  openCaseSchema,
  optionSchema,
  outcomeSchema,
  pointSchema,
  thirdPartySchema,
} from "@/lib/cases/schema";
import { systemClock } from "@/lib/kernel/clock";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";

const inHousehold = z.object({ household: idSchema });
const aboutCase = inHousehold.extend({ case: idSchema });
const removed = z.enum(["yes", "no"]).transform((value) => value === "yes");

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const openCase = formAction(inHousehold.extend(openCaseSchema.shape), async ({ household, ...input }, { commandId }) => {
  const opened = await commands.openCase(await requireActor(household), commandId, input);
  if (!opened.ok) return opened;
  redirect(`/h/${household}/cases/${opened.value}`);
});

export const editFacts = formAction(
  aboutCase.extend({ version: wholeNumber(1, 999_999_999), ...factsSchema.shape }),
  async ({ household, case: caseId, version, ...facts }, { commandId }) =>
    shown(await commands.editFacts(await requireActor(household), commandId, caseId, version, facts, systemClock)),
);

export const chooseOption = formAction(aboutCase.extend(optionSchema.shape), async ({ household, case: caseId, ...input }, { commandId }) =>
  shown(await commands.chooseOption(await requireActor(household), commandId, caseId, input)),
);

export const tickDocument = formAction(
  aboutCase.extend(documentSchema.shape),
  async ({ household, case: caseId, ...input }, { commandId }) =>
    shown(await commands.tickDocument(await requireActor(household), commandId, caseId, input)),
);

export const tickPoint = formAction(
  inHousehold.extend({ credit: idSchema, ...pointSchema.shape }),
  async ({ household, credit, ...input }, { commandId }) =>
    shown(await commands.tickPoint(await requireActor(household), commandId, credit, input)),
);

export const addContact = formAction(aboutCase.extend(contactSchema.shape), async ({ household, case: caseId, ...input }, { commandId }) =>
  shown(await records.addContact(await requireActor(household), commandId, caseId, input, systemClock)),
);

export const removeContact = formAction(
  aboutCase.extend({ contactId: idSchema, removed }),
  async ({ household, case: caseId, ...input }, { commandId }) =>
    shown(await records.removeContact(await requireActor(household), commandId, caseId, input, systemClock)),
);

export const addFile = formAction(
  aboutCase.extend({ file: z.file("required"), contact: idSchema.optional() }),
  async ({ household, case: caseId, file, contact }, { commandId }) => {
    const actor = await requireActor(household);
    if (file.size > MAX_FILE_BYTES) return fail("cases.file_size", { field: "file" });
    const checked = await checkFile({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) });
    if (!checked.ok) return checked;
    return shown(await records.addFile(actor, commandId, caseId, { contactId: contact ?? null, file: checked.value }, systemClock));
  },
);

export const removeFile = formAction(
  aboutCase.extend({ fileId: idSchema, removed }),
  async ({ household, case: caseId, ...input }, { commandId }) =>
    shown(await records.removeFile(await requireActor(household), commandId, caseId, input, systemClock)),
);

export const setFollowUp = formAction(
  aboutCase.extend({ followUpOn: daySchema.optional() }),
  async ({ household, case: caseId, followUpOn }, { commandId }) =>
    shown(await commands.setFollowUp(await requireActor(household), commandId, caseId, followUpOn ?? null, systemClock)),
);

export const endCase = formAction(aboutCase.extend(outcomeSchema.shape), async ({ household, case: caseId, ...input }, { commandId }) =>
  shown(await commands.endCase(await requireActor(household), commandId, caseId, input, systemClock)),
);

export const reopenCase = formAction(aboutCase, async ({ household, case: caseId }, { commandId }) =>
  shown(await commands.reopenCase(await requireActor(household), commandId, caseId)),
);

export const noteThirdParty = formAction(
  aboutCase.extend(thirdPartySchema.shape),
  async ({ household, case: caseId, ...typed }, { commandId }) => {
    const t = await getTranslations("cases.thirdParty");
    return shown(await commands.noteThirdParty(await requireActor(household), commandId, caseId, typed, t("sentence")));
  },
);
