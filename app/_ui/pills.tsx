import Link from "next/link";
import type { ReactNode } from "react";

export type PillLink = { readonly href: string; readonly label: ReactNode; readonly current?: boolean };

/** Filters or views as links, the one shown marked; they scroll sideways inside their own strip on phones. */
export function PillLinks({ label, links }: { readonly label: string; readonly links: readonly PillLink[] }) {
  return (
    <nav className="pills" aria-label={label}>
      {links.map(({ href, label: text, current }) => (
        <Link key={href} href={href} className="pill" aria-current={current ? "page" : undefined} scroll={false}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

export type PillChoice<Value extends string> = { readonly value: Value; readonly label: ReactNode };

/** The same, as pressed buttons, for filters that live in a client component. */
export function PillChoices<Value extends string>({
  label,
  choices,
  value,
  onValue,
}: {
  readonly label: string;
  readonly choices: readonly PillChoice<Value>[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}) {
  return (
    <div className="pills" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="pill"
          aria-pressed={choice.value === value}
          onClick={() => onValue(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
