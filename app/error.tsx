"use client";

import { Problem } from "./_ui/problem";

/** A bug broke a page outside any frame. */
export default function PageError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <main id="main" className="shell-main" tabIndex={-1}>
      <Problem error={error} retry={retry} />
    </main>
  );
}
