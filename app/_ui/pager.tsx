import { ArrowLeft, ArrowRight } from "lucide-react";
import { TextLink } from "./button";

/** Newer and older, below a long history. Null leaves that direction out. */
export function Pager({
  label,
  newer,
  older,
}: {
  readonly label: string;
  readonly newer: { readonly href: string; readonly text: string } | null;
  readonly older: { readonly href: string; readonly text: string } | null;
}) {
  if (!newer && !older) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-3">
      {newer ? (
        <TextLink href={newer.href} rel="prev">
          <ArrowLeft />
          {newer.text}
        </TextLink>
      ) : (
        <span />
      )}
      {older ? (
        <TextLink href={older.href} rel="next">
          {older.text}
          <ArrowRight />
        </TextLink>
      ) : null}
    </nav>
  );
}
