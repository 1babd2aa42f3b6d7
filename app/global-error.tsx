"use client";

import fatal from "@/messages/en/fatal.json";
import "./globals.css";

/** The last resort, when even the layout broke: no providers, so its few words and its button come with it. */
export default function GlobalError({ retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{fatal.title}</title>
        <main className="shell-main">
          <section className="sheet sheet-gap" role="alert">
            <h1>{fatal.title}</h1>
            <p>{fatal.text}</p>
            <button type="button" className="button button-primary justify-self-start" onClick={retry}>
              {fatal.retry}
            </button>
          </section>
        </main>
      </body>
    </html>
  );
}
