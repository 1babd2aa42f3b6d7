import type { ListItem } from "./queries";
import { foldName } from "./name-match";

/** Two open items of one name, unit and asker's wish, added by people who didn't see each other's: offered as one, never merged by itself. */
export type Twins = { readonly first: ListItem; readonly second: ListItem };

/** Pairs of open items that are probably meant once: the same name and unit, each item in one pair at most. */
export function findTwins(open: readonly ListItem[]): Twins[] {
  const waiting = new Map<string, ListItem>();
  const pairs: Twins[] = [];
  for (const item of open) {
    const key = `${foldName(item.name) || item.name} ${item.unit}`;
    const first = waiting.get(key);
    if (first) {
      pairs.push({ first, second: item });
      waiting.delete(key);
    } else waiting.set(key, item);
  }
  return pairs;
}

/** Names a pair so that a device can remember that both were meant. */
export function twinsKey({ first, second }: Twins): string {
  return [first.id, second.id].sort().join(" ");
}
