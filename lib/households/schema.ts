import { z } from "zod";
import { emailSchema } from "@/lib/auth/email";
import { currencySchema } from "@/lib/kernel/currency";
import { idSchema } from "@/lib/kernel/id";

export const HOUSEHOLD_KINDS = ["family", "shared_flat", "office"] as const;
export const householdKindSchema = z.enum(HOUSEHOLD_KINDS);

export const SETTLEMENTS = ["even_up", "gift"] as const;
export const settlementSchema = z.enum(SETTLEMENTS);

export const ROLES = ["owner", "adult", "child"] as const;
export const roleSchema = z.enum(ROLES);

/** Whom one can be made or invited as; ownership is handed over, never given out. */
export const GIVEN_ROLES = ["adult", "child"] as const;
export const givenRoleSchema = z.enum(GIVEN_ROLES);
export type GivenRole = z.infer<typeof givenRoleSchema>;

const nameSchema = z.string().trim().min(1, { message: "required" }).max(80);

/** An IANA name that this platform knows. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, { message: "time_zone" });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "" && /^[A-Z]/u.test(name);
  } catch {
    return false;
  }
}

export const newHouseholdSchema = z.object({
  name: nameSchema,
  kind: householdKindSchema,
  currency: currencySchema,
  timeZone: timeZoneSchema,
});
export type NewHousehold = z.infer<typeof newHouseholdSchema>;

export const householdSettingsSchema = z.object({
  name: nameSchema,
  timeZone: timeZoneSchema,
  settlement: settlementSchema,
  childrenSeeBalances: z.boolean(),
});
export type HouseholdSettings = z.infer<typeof householdSettingsSchema>;

export const newInviteSchema = z.object({
  role: givenRoleSchema,
  /** Left out: whoever has the link. */
  email: emailSchema.optional().transform((email) => email ?? null),
  /** The member without sign-in whom one becomes by it. */
  forMemberId: idSchema.optional(),
});
export type NewInvite = z.infer<typeof newInviteSchema>;

export const memberNameSchema = z.object({ name: nameSchema });
export type MemberName = z.infer<typeof memberNameSchema>;

/** How long a deleted household can be brought back, in days. */
export const DAYS_TO_BRING_BACK = 7;
