/** How many failures stay without consequence, and how the wait grows after that. Times in milliseconds. */
export type Slowdown = { readonly free: number; readonly first: number; readonly most: number };

export const PER_ADDRESS: Slowdown = { free: 5, first: 30_000, most: 3_600_000 };
/** A whole household, or an office, may sit behind one IP. */
export const PER_IP: Slowdown = { free: 50, first: 30_000, most: 900_000 };

/** Failures are forgotten when a day has passed since the first of them and nothing is blocked. */
export const FORGET_AFTER = 86_400_000;

/** How long to wait after the n-th failure: nothing at first, then doubling up to the most. Milliseconds. */
export function waitAfter(failures: number, { free, first, most }: Slowdown): number {
  if (failures < free) return 0;
  return Math.min(most, first * 2 ** Math.min(30, failures - free));
}
