import { z } from "zod";

/** How far a plan has come, as the page hears of it. `here` false: it is worked out, but this process has no figures. */
export const progressSchema = z.discriminatedUnion("here", [
  z.object({ here: z.literal(false) }),
  z.object({
    here: z.literal(true),
    seconds: z.number(),
    /** Null while it waits for its turn. `gap`: how much better another plan could be at most; null when none is. */
    best: z.object({ things: z.number(), cash: z.string(), gap: z.string().nullable() }).nullable(),
  }),
]);
export type Progress = z.infer<typeof progressSchema>;
