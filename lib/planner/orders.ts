import { LinearModel } from "./linear";
import { type Level, type Search } from "./search";
import { type Relaxation, type Relaxed, solveMip } from "./solver";

/**
 * Level 3 where level 2 meets its relaxation's bound: the fewest orders at that cost. Which orders to open is
 * found by hitting sets: a set of orders that can't all be closed without raising the cost must have one of its
 * orders open; the smallest set of orders that hits all such sets is a lower bound, and the answer as soon as a
 * plan of that cost uses just those. Returns whether the number is proven.
 */
export function fewestOrders(search: Search, level: Level, relaxation: Relaxation, until: number): boolean {
  return new OrderSearch(search, level, relaxation, until).run();
}

class OrderSearch {
  /** Sets of orders of which one must be open. */
  private readonly needed: ReadonlySet<number>[] = [];
  private readonly closed = new Set<number>();
  private readonly slots: readonly number[];
  private readonly cutoff: number;

  constructor(
    private readonly search: Search,
    private readonly level: Level,
    private readonly relaxation: Relaxation,
    private readonly until: number,
  ) {
    this.slots = [...search.model.slots.keys()].filter((slot) => this.openColumnUpper(slot) > 0);
    this.cutoff = this.best.value + level.step / 2;
  }

  private get best(): { value: number; orders: number; open: ReadonlySet<number> } {
    const { best } = this.search;
    if (!best) throw new Error("orders are counted only once there is a plan");
    return { value: this.level.valueOf(best), orders: best.orders, open: new Set(best.slots.keys()) };
  }

  run(): boolean {
    const closed = this.closeOneByOne();
    if (!closed) return false;
    if (this.slots.length - closed.size < this.best.orders) this.plans(closed);
    while (performance.now() < this.until) {
      const open = this.smallestHittingSet();
      if (open.size >= this.best.orders) return true;
      const shut = new Set(this.slots.filter((slot) => !open.has(slot)));
      const relaxed = this.solveClosed(shut);
      if (!relaxed) {
        this.needed.push(this.shrunk(shut));
        continue;
      }
      const found = this.plans(shut, relaxed);
      if (found === "unknown") return false;
      if (found === "no") this.needed.push(shut);
    }
    return false;
  }

  /** Closes what can be closed, the smallest orders of the best plan first; null when time ran out. */
  private closeOneByOne(): Set<number> | null {
    const { best } = this.search;
    const open = this.best.open;
    const closed = new Set(this.slots.filter((slot) => !open.has(slot)));
    const bySize = [...open].sort((a, b) => (best?.slots.get(a)?.subtotalCents ?? 0) - (best?.slots.get(b)?.subtotalCents ?? 0));
    const kept: number[] = [];
    for (const slot of bySize) {
      if (performance.now() > this.until) return null;
      closed.add(slot);
      if (this.solveClosed(closed)) continue;
      this.needed.push(new Set(closed));
      closed.delete(slot);
      kept.push(slot);
    }
    for (const slot of kept) {
      if (performance.now() > this.until) return null;
      if (!this.solveClosed(new Set([slot]))) this.needed.push(new Set([slot]));
    }
    return closed;
  }

  /** Whether a plan of that cost does without the closed orders; it is kept as the best one. */
  private plans(closed: ReadonlySet<number>, known?: Relaxed): "yes" | "no" | "unknown" {
    const relaxed = known ?? this.solveClosed(closed);
    if (!relaxed) return "no";
    const { search, level } = this;
    const uppers = [...closed].map((slot) => search.model.slots[slot]?.open ?? 0);
    const before = uppers.map((column) => search.upper[column] as number);
    for (const column of uppers) search.upper[column] = 0;
    const outcome = search.closeGapWithout(level, relaxed, this.until);
    for (const [index, column] of uppers.entries()) search.upper[column] = before[index] as number;
    if (this.best.orders <= this.slots.length - closed.size) return "yes";
    return outcome === "worse" ? "no" : "unknown";
  }

  /** A smaller set that still can't all be closed. */
  private shrunk(shut: ReadonlySet<number>): Set<number> {
    const smaller = new Set(shut);
    for (const slot of shut) {
      if (performance.now() > this.until) break;
      smaller.delete(slot);
      if (smaller.size === 0 || this.solveClosed(smaller)) smaller.add(slot);
    }
    return smaller;
  }

  private solveClosed(closed: ReadonlySet<number>): Relaxed | null {
    for (const slot of this.slots) {
      if (closed.has(slot) === this.closed.has(slot)) continue;
      if (closed.has(slot)) this.closed.add(slot);
      else this.closed.delete(slot);
      this.relaxation.bounds(this.search.model.slots[slot]?.open ?? 0, 0, closed.has(slot) ? 0 : 1);
    }
    return this.relaxation.solve(this.cutoff);
  }

  private smallestHittingSet(): Set<number> {
    const linear = new LinearModel();
    const columns = new Map(this.slots.map((slot) => [slot, linear.column(0, 1, true, 1)]));
    for (const set of this.needed)
      linear.row(
        1,
        Infinity,
        [...set].map((slot) => [columns.get(slot) ?? 0, 1]),
      );
    const { best } = solveMip({ ...this.search.context, deadline: Infinity }, linear.data(), { absoluteGap: 0.5 });
    return new Set(this.slots.filter((slot) => (best?.values[columns.get(slot) ?? 0] ?? 0) > 0.5));
  }

  private openColumnUpper(slot: number): number {
    return this.search.upper[this.search.model.slots[slot]?.open ?? 0] ?? 0;
  }
}
