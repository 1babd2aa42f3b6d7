import type { Id } from "@/lib/kernel/id";

/** Whole-number parts of an item (or of what it cost) for each member it is for. */
export type MemberPart = { readonly memberId: Id; readonly parts: number };

/** Whom an item is for, as it is written on the list. Nobody named means: whoever asked for it. */
export type ForWhom = { readonly forAll: boolean; readonly parts: readonly MemberPart[]; readonly requesterId: Id };

/**
 * Who an item is for and in what parts, never empty: everybody active in equal parts when it is for all, else those
 * named who are still active, else the requester. In the order of `activeMemberIds`.
 */
export function partsFor({ forAll, parts, requesterId }: ForWhom, activeMemberIds: readonly Id[]): MemberPart[] {
  if (forAll && activeMemberIds.length > 0) return activeMemberIds.map((memberId) => ({ memberId, parts: 1 }));
  const byMember = new Map(parts.map((part) => [part.memberId, part.parts]));
  const named = activeMemberIds.flatMap((memberId) => {
    const own = byMember.get(memberId);
    return own === undefined ? [] : [{ memberId, parts: own }];
  });
  return named.length > 0 ? named : [{ memberId: requesterId, parts: 1 }];
}

/** True when nobody gets more of it than another: then "for Anna and Cleo" says it all. */
export function isEven(parts: readonly MemberPart[]): boolean {
  return parts.every((part) => part.parts === parts[0]?.parts);
}
