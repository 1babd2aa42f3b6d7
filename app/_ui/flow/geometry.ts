import { assert } from "@/lib/kernel/assert";

/** Something that pays: a balance, or cash last. `leftText` is what stays or would be lost of it. */
export type FlowSource = {
  readonly id: string;
  readonly cents: bigint;
  readonly leftText?: string | undefined;
  readonly leftKind?: "stays" | "lost" | undefined;
};
export type FlowTarget = { readonly id: string; readonly label: string; readonly cents: bigint; readonly forText?: string | undefined };
export type Flow = { readonly from: string; readonly to: string; readonly cents: bigint };

/** Pixels at a root size of 16; the page writes them in rem, so the picture grows with the text. */
export type PlacedSource = {
  readonly id: string;
  readonly top: number;
  readonly height: number;
  readonly labelInside: boolean;
  readonly tailTop: number;
  readonly tailHeight: number;
};
export type PlacedTarget = { readonly id: string; readonly top: number; readonly height: number };
export type Ribbon = {
  readonly from: string;
  readonly to: string;
  readonly fromTop: number;
  readonly toTop: number;
  readonly height: number;
};
export type FlowGeometry = {
  readonly height: number;
  readonly sources: readonly PlacedSource[];
  readonly targets: readonly PlacedTarget[];
  readonly ribbons: readonly Ribbon[];
};

const MIN_RIBBON = 8;
const PLATE = { two: 60, three: 76 };
const LABEL_BELOW = { two: 44, three: 60 };
const TAIL = { stays: 44, lost: 34 };
const GAP = 14;
const BODY = 250;
const LABEL = { one: 24, three: 62 };
/** Names longer than this take a second line on a phone. */
const LONG_NAME = 16;
const NAME_LINE = 19;
const FOOT = 6;

type Sized = { readonly flow: Flow; readonly height: number };

/**
 * Where everything stands. Ribbons are proportional to their cents (8 px at least); a balance is as tall as its
 * ribbons, and so is a line's bar; each line has room for its words. `plates` says how many lines of text a
 * source's plate holds (two, or three with "of $120.00").
 */
export function flowGeometry(
  sources: readonly FlowSource[],
  targets: readonly FlowTarget[],
  flows: readonly Flow[],
  plates: ReadonlyMap<string, 2 | 3>,
): FlowGeometry {
  const sourceOrder = new Map(sources.map(({ id }, index) => [id, index]));
  const targetOrder = new Map(targets.map(({ id }, index) => [id, index]));
  for (const { from, to } of flows) assert(sourceOrder.has(from) && targetOrder.has(to), `flow ${from} to ${to} joins what is shown`);

  const total = flows.reduce((sum, { cents }) => sum + cents, 0n);
  const perCent = total > 0n ? BODY / Number(total) : 0;
  const sized: Sized[] = flows.map((flow) => ({ flow, height: Math.max(MIN_RIBBON, Number(flow.cents) * perCent) }));
  const sum = (rows: readonly Sized[]) => rows.reduce((height, row) => height + row.height, 0);

  let left = 0;
  const placedSources = sources.map(({ id, leftText, leftKind }): PlacedSource => {
    const height = Math.max(MIN_RIBBON, sum(sized.filter(({ flow }) => flow.from === id)));
    const lines = plates.get(id) === 3 ? "three" : "two";
    const labelInside = height >= PLATE[lines];
    const tailTop = left + height;
    const labelHeight = labelInside ? 0 : LABEL_BELOW[lines];
    const tailHeight = leftText === undefined ? 0 : TAIL[leftKind ?? "stays"];
    const placed = { id, top: left, height, labelInside, tailTop: tailTop + labelHeight, tailHeight };
    left = tailTop + labelHeight + tailHeight + GAP;
    return placed;
  });

  let right = 0;
  const placedTargets = targets.map(({ id, label, forText }): PlacedTarget => {
    const height = Math.max(MIN_RIBBON, sum(sized.filter(({ flow }) => flow.to === id)));
    const placed = { id, top: right, height };
    const words = (forText === undefined ? LABEL.one : LABEL.three) + (label.length > LONG_NAME ? NAME_LINE : 0);
    right += Math.max(height + GAP, words);
    return placed;
  });

  const offsets = new Map<string, number>();
  const stack = (key: string, start: number, height: number): number => {
    const offset = offsets.get(key) ?? 0;
    offsets.set(key, offset + height);
    return start + offset;
  };
  const topOf = (placed: readonly { readonly id: string; readonly top: number }[], id: string) =>
    placed.find((one) => one.id === id)?.top ?? 0;
  const inOrder = (a: string, b: string, order: ReadonlyMap<string, number>) => (order.get(a) ?? 0) - (order.get(b) ?? 0);

  const leaving = [...sized].sort((a, b) => inOrder(a.flow.from, b.flow.from, sourceOrder) || inOrder(a.flow.to, b.flow.to, targetOrder));
  const fromTops = new Map(leaving.map(({ flow, height }) => [flow, stack(`from ${flow.from}`, topOf(placedSources, flow.from), height)]));
  const arriving = [...sized].sort((a, b) => inOrder(a.flow.to, b.flow.to, targetOrder) || inOrder(a.flow.from, b.flow.from, sourceOrder));
  const ribbons = arriving.map(
    ({ flow, height }): Ribbon => ({
      from: flow.from,
      to: flow.to,
      fromTop: fromTops.get(flow) ?? 0,
      toTop: stack(`to ${flow.to}`, topOf(placedTargets, flow.to), height),
      height,
    }),
  );

  return { height: Math.max(left, right) - GAP + FOOT, sources: placedSources, targets: placedTargets, ribbons };
}

const STEPS = 16;

/** The ribbon's upper edge from left to right as [share of the width 0..1, y], eased like a hanging cloth. */
export function ribbonEdge({ fromTop, toTop }: Pick<Ribbon, "fromTop" | "toTop">): readonly (readonly [number, number])[] {
  if (fromTop === toTop)
    return [
      [0, fromTop],
      [1, fromTop],
    ];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const x = step / STEPS;
    const eased = x * x * (3 - 2 * x);
    return [x, fromTop + (toTop - fromTop) * eased] as const;
  });
}
