import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays, day } from "@/lib/kernel/day";
import { finding, splitByOrigin } from "./overview";
import type { Origin } from "./terms";

const today = day("2026-11-22");
const credit = (origin: Origin, posted: number, held = 0, inDays: number | null = null) => ({
  origin,
  postedCents: cents(posted),
  heldCents: cents(held),
  freeCents: cents(posted - held),
  expiresOn: inDays === null ? null : addDays(today, inDays),
});

describe("splitByOrigin", () => {
  it("R57: adds up, always with its split by origin, and leaves out what is lost", () => {
    const all = [
      credit("promotion", 1500, 1425, 9),
      credit("gift_card", 12_000, 4185),
      credit("refund", 3218),
      credit("refund", 1862),
      credit("reward", 500, 0, -1),
    ];
    expect(splitByOrigin(all, today)).toEqual({
      freeCents: 12_970n,
      heldCents: 5610n,
      split: [
        { origin: "gift_card", postedCents: 12_000n },
        { origin: "refund", postedCents: 5080n },
        { origin: "promotion", postedCents: 1500n },
      ],
    });
  });
});

describe("finding", () => {
  it("says first what was lost, then what will be", () => {
    expect(finding([], today)).toEqual({ kind: "none" });
    expect(finding([credit("gift_card", 100)], today)).toEqual({ kind: "calm" });
    expect(finding([credit("reward", 100, 0, 31)], today)).toEqual({ kind: "calm" });
    expect(finding([credit("reward", 100, 100, 3), credit("reward", 200, 0, 30)], today)).toMatchObject({ kind: "soon", days: 30 });
    expect(finding([credit("reward", 100, 0, -1), credit("reward", 200, 0, 3)], today)).toMatchObject({ kind: "lost", days: -1 });
  });
});
