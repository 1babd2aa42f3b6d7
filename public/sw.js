// The service worker: opens the lists of this device without a network, and sends what was done on them. Notifications are in push.js.
importScripts("/push.js");

// Pages carry one member's data and go at sign-out (app/_device/database.ts): their caches' names begin with "pages". The start page for
// times without network and the scripts carry nobody's.
const START = "/offline";
const SHELL = "shell-1";
const PAGES = "pages-";
const STATIC = "static-";
/** How long a page may take before its kept copy is shown instead; in ms. */
const PATIENCE_MS = 6000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepInto(SHELL, START, `${STATIC}start`).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(fromCacheFirst(request));
  else if (request.mode === "navigate") event.respondWith(fromNetworkFirst(event, url));
});

/** Scripts and styles have their content in their name: what is kept is right for ever. */
async function fromCacheFirst(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    const cache = await caches.open(await newestStatic());
    await cache.put(request, copy);
  }
  return response;
}

/** Pages come from the server; where it can't be reached, as they were kept, else the start page says what there is. */
async function fromNetworkFirst(event, url) {
  const fromNetwork = fetch(event.request);
  try {
    const response = await Promise.race([fromNetwork, later(PATIENCE_MS).then(() => keptPage(url).then((kept) => kept ?? fromNetwork))]);
    if (response.status < 502 || response.status > 504) return response;
    return (await keptPage(url)) ?? response;
  } catch {
    return (await keptPage(url)) ?? (await caches.match(START)) ?? Response.error();
  }
}

function later(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function keptPage(url) {
  return url.pathname.startsWith("/h/") ? caches.match(url.pathname, { ignoreSearch: true, ignoreVary: true }) : Promise.resolve(undefined);
}

async function newestStatic() {
  const names = (await caches.keys()).filter((name) => name.startsWith(STATIC));
  return names.at(-1) ?? `${STATIC}start`;
}

/** Fetches a page with all that it loads. A redirect or an error isn't the page. */
async function keepInto(cacheName, path, staticName, more = []) {
  const response = await fetch(path, { credentials: "same-origin", cache: "no-store" });
  if (!response.ok || response.redirected) return false;
  const html = await response.clone().text();
  const parts = [...html.matchAll(/\/_next\/static\/[^"'\\\s)]+/gu)].map(([part]) => part);
  const [pages, scripts] = await Promise.all([caches.open(cacheName), caches.open(staticName)]);
  for (const part of new Set([...parts, ...more])) if (!(await caches.match(part))) await scripts.add(part).catch(() => undefined);
  await pages.put(path, response);
  return true;
}

self.addEventListener("message", (event) => {
  const { kind, path, build, freshFor, parts } = event.data ?? {};
  if (kind === "keep") event.waitUntil(keep(path, build, freshFor, parts).catch(() => undefined));
});

/** Keeps a list's page. After an update, the others are fetched anew as well, so that the old scripts can go. */
async function keep(path, build, freshFor, parts) {
  const [pagesName, staticName] = [PAGES + build, STATIC + build];
  const pages = await caches.open(pagesName);
  const kept = await pages.match(path);
  const age = kept ? Date.now() - Date.parse(kept.headers.get("date") ?? "") : Number.POSITIVE_INFINITY;
  if (!(age < freshFor)) await keepInto(pagesName, path, staticName, parts);
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PAGES) && name !== pagesName);
  if (old.length === 0) return;
  for (const name of old) {
    for (const request of await (await caches.open(name)).keys()) await keepInto(pagesName, new URL(request.url).pathname, staticName);
    await caches.delete(name);
  }
  await keepInto(SHELL, START, staticName);
  for (const name of names) if (name.startsWith(STATIC) && name !== staticName) await caches.delete(name);
}

// What was done without a network is sent when it is back, also when no page is open.
self.addEventListener("sync", (event) => {
  if (event.tag === "send") event.waitUntil(navigator.locks.request("commonpurse-send", sendAll));
});

/** The device's database as the pages made it; null where there is none, which isn't ours to make. */
function openDevice() {
  return new Promise((resolve) => {
    const request = indexedDB.open("commonpurse");
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => resolve(request.result);
  });
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Sends each list's changes in their order. What isn't answered stays; the browser tries again when this throws. */
async function sendAll() {
  const device = await openDevice();
  if (!device) return;
  device.onversionchange = () => device.close();
  try {
    const queue = await done(device.transaction("queue").objectStore("queue").getAll());
    const open = queue.filter(({ problem }) => problem === null);
    for (const list of new Set(open.map((queued) => queued.list))) await sendList(device, open.filter((queued) => queued.list === list));
  } finally {
    device.close();
  }
}

async function sendList(device, queued) {
  const [{ household, list, member }] = queued;
  const sent = queued.slice(0, 100);
  const response = await fetch(`/api/h/${household}/lists/${list}/sync`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    // What has changed is for the page to ask when it is open.
    body: JSON.stringify({ member, since: 2_000_000_000, changes: sent.map(({ change }) => change) }),
  });
  // Not signed in, or not here any more: the page asks for what it needs.
  if (!response.ok) {
    if (response.status >= 500) throw new Error(`sync answered ${response.status}`);
    return;
  }
  const { answers } = await response.json();
  for (const { id, problem } of answers) {
    const store = device.transaction("queue", "readwrite").objectStore("queue");
    const kept = queued.find((one) => one.id === id);
    await done(problem ? store.put({ ...kept, problem: problem.text }) : store.delete(id));
  }
  // What has no answer couldn't be tried now, and nothing overtakes it.
  if (answers.length < sent.length) throw new Error("sync was answered in part");
  if (queued.length > sent.length) await sendList(device, queued.slice(sent.length));
}
