import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowGeometry, ribbonEdge, type Flow } from "./geometry";

const saturday = {
  sources: [
    { id: "promo", cents: 1425n, leftText: "75¢ would be lost", leftKind: "lost" as const },
    { id: "gift", cents: 4185n, leftText: "$78.15 stays" },
  ],
  targets: [
    { id: "rice", label: "Rice", cents: 1425n, forText: "for Anna" },
    { id: "tabs", label: "Tabs", cents: 2149n, forText: "for everyone" },
    { id: "book", label: "Book", cents: 1799n, forText: "for Cleo" },
    { id: "tax", label: "Tax", cents: 237n },
  ],
  flows: [
    { from: "promo", to: "rice", cents: 1425n },
    { from: "gift", to: "tabs", cents: 2149n },
    { from: "gift", to: "book", cents: 1799n },
    { from: "gift", to: "tax", cents: 237n },
  ],
};

const draw = ({ sources, targets, flows }: typeof saturday) => flowGeometry(sources, targets, flows, new Map());

const plans = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 })).chain(([sources, targets]) =>
  fc.record({
    sources: fc.constant(Array.from({ length: sources }, (_, n) => ({ id: `s${n}`, cents: 1n }))),
    targets: fc.constant(Array.from({ length: targets }, (_, n) => ({ id: `t${n}`, label: `T${n}`, cents: 1n }))),
    flows: fc.uniqueArray(
      fc.record({
        from: fc.nat(sources - 1).map((n) => `s${n}`),
        to: fc.nat(targets - 1).map((n) => `t${n}`),
        cents: fc.bigInt({ min: 1n, max: 50_000n }),
      }),
      { selector: ({ from, to }) => `${from} ${to}`, minLength: 1 },
    ),
  }),
);

describe("flowGeometry", () => {
  test("draws ribbons in proportion, except that none is thinner than 8", () => {
    const { ribbons } = draw(saturday);
    const height = (to: string) => ribbons.find((ribbon) => ribbon.to === to)?.height ?? 0;
    expect(height("tabs") / height("rice")).toBeCloseTo(2149 / 1425);
    expect(height("tax")).toBeGreaterThanOrEqual(8);
  });

  test("leaves room for the words and the rest of each balance", () => {
    const { sources } = draw(saturday);
    const [promo, gift] = sources;
    expect(promo?.labelInside).toBe(true);
    expect(gift?.top).toBeGreaterThanOrEqual((promo?.tailTop ?? 0) + (promo?.tailHeight ?? 0));
  });

  test("puts the words under a balance that is too thin for its plate", () => {
    const { sources } = flowGeometry(
      [
        { id: "a", cents: 10_000n },
        { id: "b", cents: 50n },
      ],
      [{ id: "x", label: "Tent", cents: 10_050n }],
      [
        { from: "a", to: "x", cents: 10_000n },
        { from: "b", to: "x", cents: 50n },
      ],
      new Map(),
    );
    expect(sources.map(({ labelInside }) => labelInside)).toEqual([true, false]);
  });

  test("refuses a flow to something that isn't shown", () => {
    const stray: Flow = { from: "promo", to: "nothing", cents: 1n };
    expect(() => flowGeometry(saturday.sources, saturday.targets, [stray], new Map())).toThrow(/joins what is shown/u);
  });

  test("ribbons fill their balance and their line exactly, without overlap", () => {
    fc.assert(
      fc.property(plans, ({ sources, targets, flows }) => {
        const geometry = flowGeometry(sources, targets, flows, new Map());
        for (const [ends, top, side] of [
          [geometry.sources, "fromTop", "from"],
          [geometry.targets, "toTop", "to"],
        ] as const) {
          for (const end of ends) {
            const mine = geometry.ribbons.filter((ribbon) => ribbon[side] === end.id).sort((a, b) => a[top] - b[top]);
            let edge = end.top;
            for (const ribbon of mine) {
              expect(ribbon[top]).toBeCloseTo(edge, 6);
              edge += ribbon.height;
            }
            if (mine.length > 0) expect(edge).toBeCloseTo(end.top + end.height, 6);
            expect(end.top + end.height).toBeLessThanOrEqual(geometry.height);
          }
        }
      }),
    );
  });
});

describe("ribbonEdge", () => {
  test("starts at the balance and ends at the line", () => {
    const edge = ribbonEdge({ fromTop: 10, toTop: 90 });
    expect(edge[0]).toEqual([0, 10]);
    expect(edge.at(-1)).toEqual([1, 90]);
  });
  test("is a straight line where nothing bends", () => {
    expect(ribbonEdge({ fromTop: 5, toTop: 5 })).toHaveLength(2);
  });
});
