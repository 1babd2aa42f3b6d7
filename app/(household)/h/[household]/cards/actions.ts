"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { wholeNumber } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { today } from "@/lib/auth/actor";
import { barcodeSvg } from "@/lib/cards/barcode";
import * as commands from "@/lib/cards/commands";
import { readCard, readFacts } from "@/lib/cards/form";
import { redeemCard } from "@/lib/cards/redeem";
import { revealCard } from "@/lib/cards/reveal";
import { cardFactsSchema, cardFormSchema, guardSchema, markSchema, skipSchema } from "@/lib/cards/schema";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";

const inHousehold = z.object({ household: idSchema });
const aboutCard = inHousehold.extend({ card: idSchema });

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const addCard = formAction(inHousehold.extend(cardFormSchema.shape), async ({ household, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  const input = readCard(form, actor.household.currency, today(actor, systemClock));
  if (!input.ok) return input;
  const added = await commands.addCard(actor, commandId, input.value);
  if (!added.ok) return added;
  redirect(`/h/${household}/cards/${added.value}`);
});

export const editCard = formAction(
  aboutCard.extend({ version: wholeNumber(1, 999_999_999), ...cardFactsSchema.shape }),
  async ({ household, card, version, ...form }, { commandId }) => {
    const actor = await requireActor(household);
    const facts = readFacts(form);
    return facts.ok ? shown(await commands.editCard(actor, commandId, card, version, facts.value)) : facts;
  },
);

export const markCard = formAction(aboutCard.extend(markSchema.shape), async ({ household, card, ...mark }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.markCard(actor, commandId, card, mark, systemClock));
});

/** The code, for this one answer only: it is in no page, no address and no stored answer. */
export const showCode = formAction(aboutCard, async ({ household, card }) => {
  const actor = await requireActor(household);
  const secret = await revealCard(actor, card, systemClock);
  if (!secret.ok) return secret;
  const { code, pin } = secret.value;
  return ok({ code, pin, bars: barcodeSvg(code, "code128"), square: barcodeSvg(code, "qrcode") });
});

export const redeem = formAction(
  aboutCard.extend(guardSchema.partial({ account: true }).shape),
  async ({ household, card, ...form }, { commandId }) => {
    const actor = await requireActor(household);
    if (form.purpose.kind === "none") {
      if (form.remindOn === undefined) return fail("required", { field: "remindOn" });
      const kept = await commands.keepCard(actor, commandId, card, form.remindOn, systemClock);
      if (!kept.ok) return kept;
      redirect(`/h/${household}/cards/${card}`);
    }
    if (form.account === undefined) return fail("required", { field: "account" });
    const redeemed = await redeemCard(actor, commandId, card, { accountId: form.account, guard: form.purpose }, systemClock);
    if (!redeemed.ok) return redeemed;
    redirect(`/h/${household}/balances/credits/${redeemed.value}`);
  },
);

export const redeemUnasked = formAction(aboutCard.extend(skipSchema.shape), async ({ household, card, account, reason }, { commandId }) => {
  const actor = await requireActor(household);
  const redeemed = await redeemCard(actor, commandId, card, { accountId: account, guard: { kind: "skipped", reason } }, systemClock);
  if (!redeemed.ok) return redeemed;
  redirect(`/h/${household}/balances/credits/${redeemed.value}`);
});
