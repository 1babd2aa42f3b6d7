import { z } from "zod";
import { emailSchema } from "./email";
import { PASSWORD_MAX } from "./password-policy";

export const personNameSchema = z.string().trim().min(1, { message: "required" }).max(80);

/** A password being checked, not chosen: anything that could have been one. */
const givenPassword = z.string().min(1, { message: "required" }).max(PASSWORD_MAX);
/** A password being chosen: the policy says the rest, with its own words. */
const chosenPassword = z.string().max(10_000);

export const credentialsSchema = z.object({ email: emailSchema, password: givenPassword });
export type Credentials = z.infer<typeof credentialsSchema>;

export const newAccountSchema = z.object({ name: personNameSchema, email: emailSchema, password: chosenPassword });
export type NewAccount = z.infer<typeof newAccountSchema>;

export const newPasswordSchema = z.object({ currentPassword: givenPassword, newPassword: chosenPassword });
export type NewPassword = z.infer<typeof newPasswordSchema>;
