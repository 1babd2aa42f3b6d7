import type { CSSProperties } from "react";
import { Avatar, type MemberColour } from "./avatar";

type Person = { readonly name: string; readonly colour: MemberColour };
export type OwedArrow = {
  readonly id: string;
  readonly label: string;
  readonly amountText: string;
  readonly cents: bigint;
  readonly towards: "left" | "right";
};

/** Who bought for whom between two people: one arrow a direction, as thick as its amount; the words are the content. */
export function OwedArrows({
  left,
  right,
  arrows,
}: {
  readonly left: Person;
  readonly right: Person;
  readonly arrows: readonly OwedArrow[];
}) {
  const most = arrows.reduce((max, { cents }) => (cents > max ? cents : max), 1n);
  return (
    <div className="owed">
      <Face person={left} />
      <ul className="grid gap-2">
        {arrows.map(({ id, label, amountText, cents, towards }) => (
          <li key={id}>
            <span className="flex justify-between gap-3 text-sm">
              <span>{label}</span>
              <span className="money font-[650]">{amountText}</span>
            </span>
            <span
              className={`owed-arrow owed-arrow-${towards}`}
              aria-hidden="true"
              style={{ "--w": `${4 + Number((cents * 8n) / most)}px` } as CSSProperties}
            />
          </li>
        ))}
      </ul>
      <Face person={right} />
    </div>
  );
}

function Face({ person }: { readonly person: Person }) {
  return (
    <span className="grid justify-items-center gap-1 text-sm font-[650]">
      <Avatar name={person.name} colour={person.colour} size="lg" />
      {person.name}
    </span>
  );
}
