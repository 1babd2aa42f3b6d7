import { describe, expect, it } from "vitest";
import { handOverProblem, leaveProblem, removeProblem, roleProblem, type Standing } from "./standing";

const anna: Standing = { id: "anna", role: "owner", signsIn: true };
const ben: Standing = { id: "ben", role: "adult", signsIn: true };
const cleo: Standing = { id: "cleo", role: "child", signsIn: false };

describe("standing in a household", () => {
  it("keeps the last owner", () => {
    expect(leaveProblem(anna, 1)).toBe("households.last_owner");
    expect(leaveProblem(anna, 2)).toBeNull();
    expect(leaveProblem(ben, 1)).toBeNull();
  });

  it("removes others, never oneself", () => {
    expect(removeProblem("anna", ben, 1)).toBeNull();
    expect(removeProblem("anna", anna, 2)).toBe("households.yourself");
  });

  it("changes an owner's role only by handing over", () => {
    expect(roleProblem(anna)).toBe("households.is_owner");
    expect(roleProblem(ben)).toBeNull();
  });

  it("hands over to an adult who can sign in", () => {
    expect(handOverProblem("anna", ben)).toBeNull();
    expect(handOverProblem("anna", anna)).toBe("households.yourself");
    expect(handOverProblem("anna", cleo)).toBe("households.needs_sign_in");
    expect(handOverProblem("anna", { ...cleo, signsIn: true })).toBe("households.needs_adult");
  });
});
