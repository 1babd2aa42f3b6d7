import type { ReactNode } from "react";
import { nameLetter } from "@/lib/i18n/names";
import { classes } from "./classes";

export const MEMBER_COLOURS = ["a", "b", "c", "d", "e", "f"] as const;
export type MemberColour = (typeof MEMBER_COLOURS)[number];

/** The colour of the nth member of a household (0 based). Letter and name always go with it. */
export function memberColour(index: number): MemberColour {
  return MEMBER_COLOURS[index % MEMBER_COLOURS.length] ?? "a";
}

export type AvatarProps = {
  readonly name: string;
  readonly colour: MemberColour;
  readonly size?: "sm" | "base" | "md" | "lg";
  /** True when the name doesn't stand beside it: the avatar then says it. */
  readonly alone?: boolean;
};

/** A member's letter on their colour. */
export function Avatar({ name, colour, size = "base", alone = false }: AvatarProps) {
  const label = alone ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    <span {...label} className={classes("avatar", size !== "base" && `avatar-${size}`)} style={{ background: `var(--m-${colour})` }}>
      {nameLetter(name)}
    </span>
  );
}

/** "A asked by Anna", "A B C for everyone": small faces with their words. */
export function PeopleChip({
  people,
  children,
}: {
  readonly people: readonly Pick<AvatarProps, "name" | "colour">[];
  readonly children: ReactNode;
}) {
  return (
    <span className="chip">
      {people.map(({ name, colour }) => (
        <Avatar key={name} name={name} colour={colour} size="sm" />
      ))}
      {children}
    </span>
  );
}
