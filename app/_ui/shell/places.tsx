"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { currentPlace } from "./current-place";

export type PlaceLink = {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly badge?: { readonly count: number; readonly text: string } | undefined;
};

/** The links to the places, the one we are in marked. The only part of the shell that needs a script. */
export function Places({ places }: { readonly places: readonly PlaceLink[] }) {
  const current = currentPlace(
    usePathname(),
    places.map(({ href }) => href),
  );
  return places.map(({ href, label, icon, badge }) => (
    <Link key={href} href={href} aria-current={href === current ? "page" : undefined}>
      {icon}
      <span>{label}</span>
      {badge ? (
        <span className="pip">
          <span aria-hidden="true">{badge.count}</span>
          <span className="sr-only">{badge.text}</span>
        </span>
      ) : null}
    </Link>
  ));
}
