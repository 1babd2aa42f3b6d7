import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanCode, codeTail, maskedCode, sameCode } from "./code";

describe("a code on the screen", () => {
  test("R32: shows its last four at most, and never more than a third of it", () => {
    expect(maskedCode(codeTail("AQ3F-9KLM-22XZ-1234"))).toBe("•••• 1234");
    expect(maskedCode(codeTail("123456"))).toBe("•••• 56");
    expect(maskedCode(codeTail("12"))).toBe("••••");
    fc.assert(
      fc.property(fc.string(), (code) => {
        const tail = codeTail(code);
        expect(code.endsWith(tail) && tail.length <= 4 && tail.length * 3 <= code.length).toBe(true);
      }),
    );
  });

  test("is the same however it is written", () => {
    expect(cleanCode(" AQ3F 9KLM\t22XZ ")).toBe("AQ3F9KLM22XZ");
    expect(sameCode("aq3f-9klm", "AQ3F 9KLM")).toBe(true);
    expect(sameCode("AQ3F-9KLM", "AQ3F-9KLN")).toBe(false);
  });
});
