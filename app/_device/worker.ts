/** How old the copy of a page may become before it is fetched afresh for times without network; in ms. The list's data is kept apart. */
const FRESH_FOR_MS = 6 * 3_600_000;

/** Starts the service worker. In development nothing is kept: scripts change there without changing their names. */
export async function startWorker(): Promise<void> {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}

/** The worker once it looks after this page; null where there is none. */
async function activeWorker(): Promise<ServiceWorkerRegistration | null> {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return null;
  return navigator.serviceWorker.ready;
}

/** Has the page kept as it is rendered, with the scripts that it has loaded, so that it opens without a network. */
export async function keepPage(path: string, build: string): Promise<void> {
  const worker = await activeWorker();
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const parts = loaded.filter(({ pathname }) => pathname.startsWith("/_next/static/")).map(({ pathname, search }) => pathname + search);
  worker?.active?.postMessage({ kind: "keep", path, build, freshFor: FRESH_FOR_MS, parts });
}

/** Asks the browser to send what waits when the network is back, even if no page is open then. */
export async function sendLater(): Promise<void> {
  const worker = await activeWorker();
  const sync = worker && "sync" in worker ? (worker.sync as { register: (tag: string) => Promise<void> }) : null;
  await sync?.register("send").catch(() => undefined);
}
