import type { Id } from "@/lib/kernel/id";
import { database } from "./client";

/** All households that aren't deleted, for work that nobody asks for. What is in them is only ever reached by `inHousehold`. */
export async function everyHousehold(): Promise<Id[]> {
  const rows = await database().household.findMany({ where: { deletedAt: null }, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

export { disconnect } from "./client";
