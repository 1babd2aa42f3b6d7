import type { Id } from "@/lib/kernel/id";
import { database } from "./client";
import type { Prisma } from "./generated/client";
import { DatabaseUnavailable, unavailability } from "./unavailable";

/** A transaction that runs as the app's role: row-level security lets it see what its scope names, nothing else. */
export type Tx = Prisma.TransactionClient;

/** `maxWait` is how long a request waits for a connection of the pool before the person is told. */
const LIMITS = { maxWait: 10_000, timeout: 20_000 };

type Scope = { readonly householdId?: Id; readonly userId?: Id; readonly inviteHash?: string };

async function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('role', 'commonpurse_app', true),
        set_config('app.household_id', ${scope.householdId ?? ""}, true),
        set_config('app.user_id', ${scope.userId ?? ""}, true),
        set_config('app.invite_hash', ${scope.inviteHash ?? ""}, true)`;
      return work(tx);
    }, LIMITS);
  } catch (error) {
    const why = unavailability(error);
    throw why === null ? error : new DatabaseUnavailable(why, error);
  }
}

/** Runs `work` in one transaction that can see and change rows of this household only. */
export function inHousehold<T>(householdId: Id, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ householdId }, work);
}

/** For a signed-in person outside any household: sees their own memberships and those households' names. */
export function asPerson<T>(userId: Id, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ userId }, work);
}

/** For the bearer of an invite link: sees that invite and the name of its household. `inviteHash` is hex sha256. */
export function asInvitee<T>(inviteHash: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ inviteHash }, work);
}
