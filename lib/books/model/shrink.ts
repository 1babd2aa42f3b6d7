import type { History } from "./command";
import { replay } from "./play";

/** What happens at once doesn't always end the same: a shorter history counts as good only after so many tries. */
const TRIES = 3;

/** The shortest history found that still fails: steps are left out, then single commands, while it does. */
export async function shrink(failing: History): Promise<History> {
  let shortest = failing;
  for (let size = Math.ceil(shortest.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < shortest.length; ) {
      const shorter = [...shortest.slice(0, start), ...shortest.slice(start + size)];
      if (await fails(shorter)) shortest = shorter;
      else start += size;
    }
  }
  for (let index = 0; index < shortest.length; index += 1) {
    for (const command of shortest[index] ?? []) {
      const shorter = shortest
        .map((step, at) => (at === index ? step.filter((other) => other !== command) : step))
        .filter((step) => step.length > 0);
      if (await fails(shorter)) shortest = shorter;
    }
  }
  return shortest;
}

async function fails(history: History): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) if ((await replay(history)).problem !== null) return true;
  return false;
}
