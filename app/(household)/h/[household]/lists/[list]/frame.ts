import type { PayerOf } from "@/lib/credits/can-pay";
import type { Id } from "@/lib/kernel/id";
import type { Day } from "@/lib/kernel/day";
import type { ListMember, ListPage, ListStore } from "@/lib/lists/queries";
import type { Category } from "@/lib/stores/category";

/** What every part of the list's page knows. Plain values: it comes from the server once per visit. */
export type Frame = {
  readonly householdId: Id;
  readonly list: ListPage["list"];
  readonly members: readonly ListMember[];
  readonly stores: readonly ListStore[];
  readonly me: Id;
  /** The person behind the member: what a device keeps is theirs. */
  readonly person: Id;
  /** The build of this app that made the page. */
  readonly build: string;
  readonly adult: boolean;
  readonly currency: string;
  /** Minor digits of the currency. */
  readonly digits: number;
  readonly today: Day;
  readonly timeZone: string;
  /** When the server looked, in ms, so that both sides write the same times. */
  readonly now: number;
  readonly categories: readonly Category[];
  /** The balances that may pay things of a category, for who may see them. */
  readonly payers: Readonly<Partial<Record<Category, readonly PayerOf[]>>>;
};

export function activeMembers(frame: Frame): ListMember[] {
  return frame.members.filter(({ active }) => active);
}
