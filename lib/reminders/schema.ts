import { z } from "zod";
import { KINDS } from "./schedule";

/** Every so many days; 0 is never. */
const days = z.coerce.number().int().min(0).max(366);
const kinds = z.array(z.enum(KINDS));

export const choiceSchema = z.object({ email: kinds, push: kinds });
export type NewChoice = z.infer<typeof choiceSchema>;

export const rulesSchema = z.object({ check: days, terms: days });
export type NewRules = z.infer<typeof rulesSchema>;

/** What a browser says of itself when it was allowed to show notifications. */
export const browserSchema = z.object({
  endpoint: z.url({ protocol: /^https$/u }).max(1000),
  p256dh: z.string().regex(/^[\w-]{80,100}=*$/u),
  auth: z.string().regex(/^[\w-]{16,40}=*$/u),
});
export type NewBrowser = z.infer<typeof browserSchema>;
