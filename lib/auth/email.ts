import { z } from "zod";

/** An e-mail address as it is kept: trimmed and in lower case, so that one person has one account. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ message: "email" }));
