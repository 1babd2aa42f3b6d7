"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { checkbox } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import * as commands from "@/lib/gifts/commands";
import { readGift } from "@/lib/gifts/form";
import { boughtCardSchema, giftFormSchema, giftWishSchema } from "@/lib/gifts/schema";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok } from "@/lib/kernel/result";

const inHousehold = z.object({ household: idSchema });

const newGift = inHousehold.extend(giftFormSchema.shape).extend({ hidden: checkbox, sure: checkbox });

export const makeGift = formAction(newGift, async ({ household, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  const gift = readGift(form, actor.household.currency);
  if (!gift.ok) return gift;
  const made = await commands.makeGift(actor, commandId, gift.value, systemClock);
  if (!made.ok) return made;
  redirect(`/h/${household}/gifts/${made.value.giftId}`);
});

export const keepBoughtCard = formAction(
  inHousehold.extend({ gift: idSchema, ...boughtCardSchema.shape }),
  async ({ household, gift, codeSecret, pinSecret }, { commandId }) => {
    const actor = await requireActor(household);
    const kept = await commands.keepBoughtCard(actor, commandId, gift, { code: codeSecret, pin: pinSecret });
    if (!kept.ok) return kept;
    redirect(`/h/${household}/cards/${kept.value}`);
  },
);

export const changeGiftWish = formAction(inHousehold.extend(giftWishSchema.shape), async ({ household, wish }, { commandId }) => {
  const changed = await commands.changeGiftWish(await requireActor(household), commandId, wish);
  if (!changed.ok) return changed;
  refresh();
  return ok(undefined);
});
