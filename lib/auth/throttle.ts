import { createHmac } from "node:crypto";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Clock } from "@/lib/kernel/clock";
import { authSecret } from "./secret";
import { FORGET_AFTER, PER_ADDRESS, PER_IP, waitAfter, type Slowdown } from "./slowdown";

type Counter = { readonly key: string; readonly slowdown: Slowdown };

/** An attempt that may go on (and counts as failed until it succeeded), or the milliseconds to wait. */
export type Attempt = { readonly ok: true; readonly succeeded: () => Promise<void> } | { readonly ok: false; readonly waitMs: number };

/**
 * Counts an attempt to sign in, per address and per IP, before the password is looked at: many at once can't slip
 * through between the check and the count. Success takes it back.
 */
export async function beginAttempt(who: { readonly email: string; readonly ip: string }, clock: Clock): Promise<Attempt> {
  // Always the address first: two attempts never wait for each other's second row.
  const counters = [
    { key: keyFor("address", who.email), slowdown: PER_ADDRESS },
    ...(who.ip === "" ? [] : [{ key: keyFor("ip", who.ip), slowdown: PER_IP }]),
  ];
  const waitMs = await database().$transaction((tx) => count(tx, counters, clock.now()));
  if (waitMs > 0) return { ok: false, waitMs };
  return { ok: true, succeeded: () => takeBack(counters) };
}

async function count(tx: Prisma.TransactionClient, counters: readonly Counter[], now: Date): Promise<number> {
  const rows = [];
  for (const counter of counters) {
    await tx.$executeRaw`insert into sign_in_throttle (key, failures, window_from) values (${counter.key}, 0, ${now}) on conflict do nothing`;
    const [row] = await tx.$queryRaw<{ failures: number; windowFrom: Date; blockedUntil: Date | null }[]>`
      select failures, window_from as "windowFrom", blocked_until as "blockedUntil" from sign_in_throttle where key = ${counter.key} for update`;
    if (row) rows.push({ ...row, ...counter });
  }
  const waitMs = Math.max(0, ...rows.map(({ blockedUntil }) => (blockedUntil ? blockedUntil.getTime() - now.getTime() : 0)));
  if (waitMs > 0) return waitMs;
  for (const { key, slowdown, failures, windowFrom } of rows) {
    const stale = now.getTime() - windowFrom.getTime() > FORGET_AFTER;
    const next = stale ? 1 : failures + 1;
    const wait = waitAfter(next, slowdown);
    await tx.signInThrottle.update({
      where: { key },
      data: { failures: next, windowFrom: stale ? now : windowFrom, blockedUntil: wait > 0 ? new Date(now.getTime() + wait) : null },
    });
  }
  return 0;
}

/** The right password clears the address. An IP only loses the one count: others may be guessing behind it. */
async function takeBack(counters: readonly Counter[]): Promise<void> {
  for (const { key, slowdown } of counters) {
    if (slowdown === PER_ADDRESS) await database().signInThrottle.deleteMany({ where: { key } });
    else {
      await database().$executeRaw`
        update sign_in_throttle set failures = greatest(failures - 1, 0),
          blocked_until = case when failures - 1 < ${slowdown.free}::int then null else blocked_until end
        where key = ${key}`;
    }
  }
}

/** The table never holds an address or an IP in the clear. */
function keyFor(kind: "address" | "ip", value: string): string {
  return createHmac("sha256", authSecret()).update(`${kind}:${value}`).digest("hex");
}
