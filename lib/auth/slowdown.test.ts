import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PER_ADDRESS, PER_IP, waitAfter } from "./slowdown";

describe("waitAfter", () => {
  it("lets a few slips pass, then doubles, up to an hour", () => {
    expect([1, 4, 5, 6, 7, 11, 12, 100].map((failures) => waitAfter(failures, PER_ADDRESS) / 1000)).toEqual([
      0, 0, 30, 60, 120, 1920, 3600, 3600,
    ]);
  });

  it("never shrinks as failures grow, and stays within its bounds", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom(PER_ADDRESS, PER_IP), (failures, slowdown) => {
        const wait = waitAfter(failures, slowdown);
        expect(wait).toBeLessThanOrEqual(slowdown.most);
        expect(waitAfter(failures + 1, slowdown)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});
