/** How old the copy of a page may become before it is fetched afresh for times without network; in ms. The list's data is kept apart. */
const FRESH_FOR_MS = 6 * 3_600_000;

async function activeWorker(): Promise<ServiceWorkerRegistration | null> {
  return "serviceWorker" in navigator && navigator.serviceWorker.controller ? navigator.serviceWorker.ready : null;
}

/** Has the page kept as it is rendered, so that it opens without a network. */
export async function keepPage(path: string): Promise<void> {
  const worker = await activeWorker();
  worker?.active?.postMessage({ kind: "keep", path, freshFor: FRESH_FOR_MS });
}

/** Asks the browser to send what waits when the network is back, even if no page is open then. */
export async function sendLater(): Promise<void> {
  const worker = await activeWorker();
  const sync = worker && "sync" in worker ? (worker.sync as { register: (tag: string) => Promise<void> }) : null;
  await sync?.register("send").catch(() => undefined);
}
