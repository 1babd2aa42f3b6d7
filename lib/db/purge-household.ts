import type { Id } from "@/lib/kernel/id";
import { database } from "./client";
import { Prisma } from "./generated/client";

/**
 * Removes every row of a deleted household for good, those of tables to come included; the answer says whether there was one. Done in one statement,
 * because only then do the references between its rows not ask for an order. A household that isn't deleted, or that was brought back
 * at this moment, is left alone.
 */
export async function purgeHousehold(householdId: Id, deletedBefore: Date): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const [deleted] = await tx.$queryRaw<{ id: Id }[]>`
      select id from household where id = ${householdId}::uuid and deleted_at <= ${deletedBefore} for update`;
    if (!deleted) return false;
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select quote_ident(c.relname) as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'household_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
    await tx.$queryRaw`select set_config('app.purged_household', ${householdId}, true)`;
    const parts = tables.map(({ name }, index) =>
      Prisma.raw(`gone_${index} as (delete from ${name} where household_id = '${deleted.id}')`),
    );
    await tx.$executeRaw`with ${Prisma.join(parts)} delete from household where id = ${householdId}::uuid`;
    return true;
  });
}

/** Removes all households deleted by then; the answer counts them. */
export async function purgeHouseholds(deletedBefore: Date): Promise<number> {
  const over = await database().household.findMany({ where: { deletedAt: { lte: deletedBefore } }, select: { id: true } });
  let purged = 0;
  for (const { id } of over) if (await purgeHousehold(id, deletedBefore)) purged += 1;
  return purged;
}
