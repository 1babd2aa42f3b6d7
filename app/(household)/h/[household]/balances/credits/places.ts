import type { Actor } from "@/lib/auth/actor";
import type { MemberRow } from "@/lib/households/queries";
import type { Id } from "@/lib/kernel/id";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import type { AccountRow, StoreRow } from "@/lib/stores/queries";

/** Where a new balance can be: on an account there is, or on one that is opened with it. */
export type PlaceChoice = {
  readonly value: string;
  readonly store: StoreRow;
  readonly memberName: string;
  readonly account: AccountRow | null;
};

/** Every place the actor may keep, the actor's own first, accounts there are before new ones. */
export function placeChoices(
  actor: Actor,
  stores: readonly StoreRow[],
  accounts: readonly AccountRow[],
  members: readonly MemberRow[],
): PlaceChoice[] {
  const used = stores.filter(({ archived }) => !archived);
  const storeOf = new Map(used.map((store) => [store.id, store]));
  const own = (memberId: Id) => Number(memberId !== actor.memberId);
  const kept = accounts.filter(({ mayKeep, status }) => mayKeep && status !== "closed");
  const existing = [...kept]
    .sort((a, b) => own(a.memberId) - own(b.memberId))
    .flatMap((account) => {
      const store = storeOf.get(account.storeId);
      return store ? [{ value: account.id, store, memberName: account.memberName, account }] : [];
    });
  const opened = [...members]
    .filter(({ id }) => mayKeepAccountsOf(actor, id))
    .sort((a, b) => own(a.id) - own(b.id))
    .flatMap((member) =>
      used
        .filter((store) => !accounts.some(({ storeId, memberId }) => storeId === store.id && memberId === member.id))
        .map((store) => ({ value: `${store.id}:${member.id}`, store, memberName: member.name, account: null })),
    );
  return [...existing, ...opened];
}
