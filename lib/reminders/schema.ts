import { z } from "zod";
import { KINDS, type Kind } from "./schedule";

export const kindSchema = z.enum(KINDS);
/** Which kinds somebody wants by which channel. */
export type NewChoice = { readonly email: readonly Kind[]; readonly push: readonly Kind[] };
/** After how many days; 0 is never. */
export type NewRules = { readonly check: number; readonly terms: number };

/** What a browser says of itself when it was allowed to show notifications. */
export const browserSchema = z.object({
  endpoint: z.url({ protocol: /^https$/u }).max(1000),
  p256dh: z.string().regex(/^[\w-]{80,100}=*$/u),
  auth: z.string().regex(/^[\w-]{16,40}=*$/u),
});
export type NewBrowser = z.infer<typeof browserSchema>;
