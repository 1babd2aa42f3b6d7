import { createHmac } from "node:crypto";
import { authSecret } from "@/lib/auth/secret";

/** Who can sign in to the demo household. Addresses under .example belong to nobody. */
export const DEMO_PEOPLE = {
  anna: { name: "Anna", email: "anna@ferreira.example" },
  ben: { name: "Ben", email: "ben@ferreira.example" },
} as const;

export type DemoPerson = keyof typeof DEMO_PEOPLE;

/** The demo's password: made from this installation's own secret, so no two installations share one. */
export function demoPassword(): string {
  const letters = createHmac("sha256", authSecret()).update("commonpurse demo sign-in").digest("hex").replace(/[01]/gu, "k");
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12)].join("-");
}
