import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/**
 * Something that isn't needed every day, one tap away; it opens without scripts. What went wrong in a form within shows
 * even while it is closed, as it is after a post without scripts.
 */
export function Disclosure({ summary, children }: { readonly summary: ReactNode; readonly children: ReactNode }) {
  return (
    <details className="group [&:has([aria-invalid=true],[data-summary])::details-content]:[content-visibility:visible]">
      <summary className="text-link min-h-11 cursor-pointer list-none no-underline hover:underline [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronDown className="transition-transform group-open:rotate-180" aria-hidden="true" />
      </summary>
      <div className="grid gap-4 pt-2 pb-3">{children}</div>
    </details>
  );
}
