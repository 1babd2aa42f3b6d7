import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { isWriteConflict } from "./write-conflict";

/** What Prisma makes of an error of Postgres with this code. */
async function raised(code: string): Promise<unknown> {
  const sql = `do $$ begin raise exception 'as if' using errcode = '${code}'; end $$`;
  return database()
    .$executeRawUnsafe(sql)
    .catch((error: unknown) => error);
}

describe("isWriteConflict", () => {
  it.each(["40P01", "40001"])("knows %s, a deadlock or a failed serialization, in a raw statement", async (code) => {
    expect(isWriteConflict(await raised(code))).toBe(true);
  });

  it.each(["23505", "42501", "P0001"])("doesn't take %s for one", async (code) => {
    expect(isWriteConflict(await raised(code))).toBe(false);
  });

  it("knows Prisma's own word for both, and takes nothing else for one", () => {
    expect(isWriteConflict({ code: "P2034" })).toBe(true);
    for (const other of [null, undefined, "40P01", {}, new Error("40P01"), { code: 40 }]) expect(isWriteConflict(other)).toBe(false);
  });
});
