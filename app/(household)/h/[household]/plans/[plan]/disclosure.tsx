import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** Something that isn't needed every time, one tap away; it opens without scripts. */
export function Disclosure({ summary, about, children }: { readonly summary: ReactNode; readonly about?: string; readonly children: ReactNode }) {
  return (
    <details className="group">
      <summary className="text-link min-h-11 cursor-pointer list-none text-sm no-underline hover:underline [&::-webkit-details-marker]:hidden">
        {summary}
        {about ? <span className="sr-only">: {about}</span> : null}
        <ChevronDown className="transition-transform group-open:rotate-180" aria-hidden="true" />
      </summary>
      <div className="grid gap-4 pt-1 pb-3">{children}</div>
    </details>
  );
}
