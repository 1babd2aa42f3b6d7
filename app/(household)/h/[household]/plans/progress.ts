import { z } from "zod";

/** How far a plan has come, as the page hears of it. "elsewhere": it is worked out, but this process has no figures. */
export const progressSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("done"), planId: z.string() }),
  z.object({ state: z.literal("failed"), text: z.string() }),
  z.object({ state: z.literal("elsewhere") }),
  z.object({
    state: z.literal("here"),
    seconds: z.number(),
    /** Null while it waits for its turn. `gap`: how much better another plan could be at most; null when none is. */
    best: z.object({ things: z.number(), cash: z.string(), gap: z.string().nullable() }).nullable(),
  }),
]);
export type Progress = z.infer<typeof progressSchema>;
