import { describe, expect, it } from "vitest";
import type { Step } from "@/lib/orders/schema";
import { progressOf } from "./progress";

const at = (status: "planned" | "ordered" | "closed" | "cancelled", steps: readonly Step[] = [], writing = false) =>
  progressOf({ status, steps: new Set(steps) }, writing).now;
const before = ["other_methods_off", "not_one_click", "standard_checkout", "credit_shows"] as const;

describe("progressOf", () => {
  it("opens one step after the other, then the writing down", () => {
    expect(at("planned")).toBe("other_methods_off");
    expect(at("planned", ["other_methods_off", "standard_checkout"])).toBe("not_one_click");
    expect(at("planned", before)).toBe("record");
  });

  it("lets somebody who has ordered already write it down at once", () => {
    expect(at("planned", [], true)).toBe("record");
  });

  it("asks for the payment methods before it offers to close (R14)", () => {
    expect(at("ordered", before)).toBe("methods_back");
    expect(at("ordered", [...before, "methods_back"])).toBe("close");
    expect(at("closed", [...before, "methods_back"])).toBeNull();
    expect(at("cancelled")).toBeNull();
  });
});
