import { ArrowLeft } from "lucide-react";
import Link from "next/link";

/** "← Plans" above a page's title: the way back to the place it belongs to. First child of the page. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className="text-link -mb-4 justify-self-start no-underline hover:underline">
      <ArrowLeft />
      {children}
    </Link>
  );
}
