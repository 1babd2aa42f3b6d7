import { z } from "zod";
import { idSchema } from "@/lib/kernel/id";

/** What pages other than lists are told apart by; a page that shows it looks again. */
export const TOPICS = ["plans", "balances", "household"] as const;
export type Topic = (typeof TOPICS)[number];

/** The channel that triggers and servers speak on. */
export const CHANNEL = "commonpurse_live";

const noticeSchema = z.discriminatedUnion("kind", [
  /** A list has changed: its version is now this. */
  z.object({ kind: z.literal("list"), household: idSchema, list: idSchema, version: z.number().int() }),
  z.object({ kind: z.literal("topic"), household: idSchema, topic: z.enum(TOPICS) }),
  /** A sign-in ended. */
  z.object({ kind: z.literal("session"), session: idSchema }),
  /** Who looks at a list through this server process; `ask`: the others should say so too. */
  z.object({
    kind: z.literal("here"),
    household: idSchema,
    list: idSchema,
    server: idSchema,
    members: z.array(idSchema).max(150),
    ask: z.boolean().optional(),
  }),
]);

/** What servers hear: ids only, never contents, so that it is small and tells nothing by itself. */
export type Notice = z.output<typeof noticeSchema>;

/** Reads a payload; null for what isn't ours, such as that of a newer version of this app. */
export function readNotice(payload: string | undefined): Notice | null {
  try {
    const read = noticeSchema.safeParse(JSON.parse(payload ?? ""));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
