// What comes when it is wanted. Loaded from this one place, so that what is fetched for times without network is what is asked for then.

export const loadItemForm = () => import("./item-form");
export const loadQueueForm = () => import("./queue-form");
export const loadReader = () => import("@/lib/lists/quick-add").then((module) => module.readQuickAdd);

/** Fetches all of it before the network goes. */
export async function readyForAway(): Promise<void> {
  await Promise.all([loadItemForm(), loadQueueForm(), loadReader()]);
}
