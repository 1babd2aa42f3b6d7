import { expect, type Page } from "@playwright/test";

/** Waits until the list that is open is kept on the device with so many items, so that it opens without a network. */
export async function keptOnDevice(page: Page, items = 0): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const pages = (await caches.keys()).filter((name) => name.startsWith("pages"));
      return (await Promise.all(pages.map(async (name) => (await (await caches.open(name)).keys()).length))).some((count) => count > 0);
    });
  await expect.poll(kept).toBe(true);
  const keptItems = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open("commonpurse");
          opening.addEventListener("success", () => {
            const lists = opening.result.transaction("lists").objectStore("lists").getAll() as IDBRequest<{ items: unknown[] }[]>;
            lists.addEventListener("success", () => {
              opening.result.close();
              resolve(lists.result.reduce((sum, list) => sum + list.items.length, 0));
            });
          });
        }),
    );
  await expect.poll(keptItems).toBeGreaterThanOrEqual(items);
}

/** How much the device keeps: changes that wait to be sent, lists, and the pages to open them with. */
export function onDevice(page: Page): Promise<{ readonly queue: number; readonly lists: number; readonly pages: number }> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("no answer")));
      });
    const device = await done(indexedDB.open("commonpurse"));
    const count = (name: string) => done(device.transaction(name).objectStore(name).count());
    const [queue, lists] = [await count("queue"), await count("lists")];
    device.close();
    return { queue, lists, pages: (await caches.keys()).filter((name) => name.startsWith("pages")).length };
  });
}

/** Waits until nothing on the device waits to be sent. */
export async function allSent(page: Page): Promise<void> {
  await expect.poll(async () => (await onDevice(page)).queue).toBe(0);
}
