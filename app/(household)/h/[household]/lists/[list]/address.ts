"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, type MouseEvent } from "react";
import type { Shown } from "@/lib/lists/groups";

/** What the address says about the list: what is shown, for whom, what is being changed ("new" for a new item), and whether it is being ordered by hand. */
export type Place = {
  readonly shown: Shown;
  readonly memberId: string | null;
  readonly editing: string | null;
  readonly ordering: boolean;
};

const SHOW = "show";
const MEMBER = "for";
const EDIT = "edit";
const ORDER = "order";

function shownOf(value: string | null): Shown {
  if (value === null || value === "") return { kind: "all" };
  return value === "anywhere" || value === "someday" ? { kind: value } : { kind: "store", storeId: value };
}

function shownText(shown: Shown): string | null {
  return shown.kind === "all" ? null : shown.kind === "store" ? shown.storeId : shown.kind;
}

export type Address = Place & {
  /** The address with this changed; the rest stays. */
  readonly with: (change: Partial<Place>) => string;
};

/** The list's place in the address, so that the back button, a reload and a shared link show the same. */
export function useAddress(): Address {
  const path = usePathname();
  const search = useSearchParams();
  return useMemo(() => {
    const place: Place = {
      shown: shownOf(search.get(SHOW)),
      memberId: search.get(MEMBER),
      editing: search.get(EDIT),
      ordering: search.has(ORDER),
    };
    return {
      ...place,
      with: (change) => {
        const next = { ...place, ...change };
        const query = new URLSearchParams();
        for (const [name, value] of [
          [SHOW, shownText(next.shown)],
          [MEMBER, next.memberId],
          [EDIT, next.editing],
          [ORDER, next.ordering ? "hand" : null],
        ] as const)
          if (value) query.set(name, value);
        return query.size > 0 ? `${path}?${query}` : path;
      },
    };
  }, [path, search]);
}

/** Goes there without asking the server: all that a list can show is in the page already. */
export function go(href: string): void {
  window.history.pushState(null, "", href);
}

/** For a plain link, which also works without scripts: a plain click stays on the page, any other is the browser's. */
export function onPlainClick(event: MouseEvent<HTMLAnchorElement>, then: (href: string) => void = go): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  then(event.currentTarget.href);
}
