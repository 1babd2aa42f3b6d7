import type { Id } from "@/lib/kernel/id";
import type { ApprovedOrder } from "@/lib/orders/testing/approved-order";

/** Everything a writer works on; households of their own for each round. */
export type Place = { readonly url: string; readonly orders: readonly (ApprovedOrder & { readonly wallet: Id })[] };

export type Deed = "top_up" | "spend" | "record" | "undo" | "settle";

/**
 * What a writer says of a command, a line each: `sent` before it asks for it, `answered` once it has the answer. Written
 * with a blocking write, so that what was said is out before anything else happens.
 */
export type Message =
  | { readonly say: "sent"; readonly id: Id; readonly deed: Deed; readonly order: number; readonly cents: number }
  | { readonly say: "answered"; readonly id: Id; readonly code: string };
