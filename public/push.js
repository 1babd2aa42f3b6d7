// Notifications: what the service worker does when one arrives, and when it is tapped. Loaded by the worker with importScripts.

self.addEventListener("push", (event) => {
  const said = event.data ? event.data.json() : {};
  const shown = self.registration.showNotification(said.title || "Commonpurse", {
    body: said.body || "",
    icon: "/icon.svg",
    data: { url: said.url },
  });
  event.waitUntil(shown);
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  // Only ever a page of this very installation, by its path: it may be reached under another name here.
  const told = new URL(event.notification.data?.url || "/", self.location.origin);
  const path = told.pathname + told.search;
  const open = async () => {
    const windows = await self.clients.matchAll({ type: "window" });
    const [first] = windows;
    if (!first) return self.clients.openWindow(path);
    await first.focus();
    return first.navigate(path);
  };
  event.waitUntil(open());
});
