"use server";

import { z } from "zod";
import { fail, ok } from "@/lib/kernel/result";
import { formAction } from "../../_forms/action";
import { amount, checkbox, several } from "../../_forms/schemas";

const schema = z.object({
  name: z.string().trim().min(2).max(20),
  email: z.email(),
  amount: amount(2),
  expires: z.iso.date("day"),
  origin: z.enum(["gift_card", "refund"]),
  kind: z.enum(["family", "flat"]),
  note: z.string().max(200).optional(),
  agreed: checkbox,
  who: several(z.enum(["anna", "ben"])),
});

/** Accepts anything valid but an amount above $100, to show a refusal. */
export const tryForm = formAction(schema, async (input) =>
  input.amount > 10_000n
    ? fail("money.huge", { field: "amount" })
    : input.name === "refuse"
      ? fail("conflict")
      : input.name === "break"
        ? Promise.reject(new Error("on purpose"))
        : ok({ name: input.name }),
);
