import { z } from "zod";

/** What kind of thing an item is: credits are limited to some of these, stores tax them differently. */
export const CATEGORIES = [
  "grocery",
  "household",
  "electronics",
  "clothing",
  "toys",
  "books",
  "beauty",
  "health",
  "baby",
  "pet",
  "garden",
  "office",
  "gift_card",
  "other",
] as const;

export type Category = (typeof CATEGORIES)[number];

export const categorySchema = z.enum(CATEGORIES);
