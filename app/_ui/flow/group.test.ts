import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupRest, REST_ID } from "./group";

const say = { label: (count: number) => `${count} more things`, amount: (amount: bigint) => `${amount}` };
const target = (id: string, cents: bigint) => ({ id, label: id, cents, amountText: `${cents}` });
const flow = (from: string, to: string, cents: bigint) => ({ from, to, cents, amountText: `${cents}` });

describe("groupRest", () => {
  test("leaves seven lines or fewer as they are", () => {
    const targets = ["a", "b"].map((id) => target(id, 1n));
    expect(groupRest(targets, [], say).targets).toBe(targets);
  });

  test("puts the smallest of more together, in one line per balance", () => {
    const targets = [9n, 1n, 8n, 2n].map((cents, n) => target(`t${n}`, cents));
    const grouped = groupRest(targets, [flow("p", "t0", 9n), flow("p", "t1", 1n), flow("g", "t2", 8n), flow("p", "t3", 2n)], say, 3);
    expect(grouped.targets.map(({ id, label }) => [id, label])).toEqual([
      ["t0", "t0"],
      ["t2", "t2"],
      [REST_ID, "2 more things"],
    ]);
    expect(grouped.flows).toEqual([flow("p", "t0", 9n), flow("g", "t2", 8n), flow("p", REST_ID, 3n)]);
  });

  test("loses no cent", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 9999n }), { minLength: 1, maxLength: 30 }), (amounts) => {
        const targets = amounts.map((cents, n) => target(`t${n}`, cents));
        const flows = amounts.map((cents, n) => flow(n % 2 === 0 ? "p" : "g", `t${n}`, cents));
        const total = (rows: readonly { readonly cents: bigint }[]) => rows.reduce((sum, row) => sum + row.cents, 0n);
        const grouped = groupRest(targets, flows, say);
        expect(grouped.targets.length).toBeLessThanOrEqual(7);
        expect(total(grouped.targets)).toBe(total(targets));
        expect(total(grouped.flows)).toBe(total(flows));
      }),
    );
  });
});
