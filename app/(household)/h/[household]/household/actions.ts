"use server";

import { redirect } from "next/navigation";
import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { checkbox } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import * as commands from "@/lib/households/commands";
import * as deletion from "@/lib/households/delete";
import { givenRoleSchema, householdSettingsSchema, memberNameSchema, newInviteSchema } from "@/lib/households/schema";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok, type Result } from "@/lib/kernel/result";

const inHousehold = z.object({ household: idSchema });
const aboutMember = inHousehold.extend({ member: idSchema });

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const createInvite = formAction(
  inHousehold.extend(newInviteSchema.shape),
  async ({ household, role, email, forMemberId }, { commandId }) => {
    const actor = await requireActor(household);
    return shown(await commands.createInvite(actor, commandId, { role, email, forMemberId }, systemClock));
  },
);

export const revokeInvite = formAction(inHousehold.extend({ invite: idSchema }), async ({ household, invite }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.revokeInvite(actor, commandId, invite, systemClock));
});

export const addMember = formAction(inHousehold.extend(memberNameSchema.shape), async ({ household, name }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.addMember(actor, commandId, { name }));
});

export const renameMember = formAction(aboutMember.extend(memberNameSchema.shape), async ({ household, member, name }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.renameMember(actor, commandId, member, { name }));
});

export const changeRole = formAction(aboutMember.extend({ role: givenRoleSchema }), async ({ household, member, role }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.changeRole(actor, commandId, member, role));
});

export const removeMember = formAction(aboutMember, async ({ household, member }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.removeMember(actor, commandId, member, systemClock));
});

export const handOver = formAction(aboutMember, async ({ household, member }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.handOver(actor, commandId, member));
});

export const leave = formAction(inHousehold, async ({ household }, { commandId }) => {
  const actor = await requireActor(household);
  const left = await commands.leave(actor, commandId, systemClock);
  if (!left.ok) return left;
  redirect("/");
});

export const deleteHousehold = formAction(inHousehold.extend({ name: z.string().max(200) }), async ({ household, name }, { commandId }) => {
  const actor = await requireActor(household);
  const deleted = await deletion.deleteHousehold(actor, commandId, name, systemClock);
  if (!deleted.ok) return deleted;
  redirect("/households");
});

export const changeSettings = formAction(
  inHousehold.extend(householdSettingsSchema.shape).extend({ childrenSeeBalances: checkbox }),
  async ({ household, ...settings }, { commandId }) => {
    const actor = await requireActor(household);
    return shown(await commands.changeSettings(actor, commandId, settings));
  },
);
