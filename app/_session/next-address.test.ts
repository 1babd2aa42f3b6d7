import { describe, expect, it } from "vitest";
import { safeNext } from "./next-address";

describe("safeNext", () => {
  it.each(["/", "/h/1/lists?store=2", "/join/abc_-", "/households/new"])("goes on to %s", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "evil",
    "",
    undefined,
    null,
    5,
    "/..//evil.example",
  ])("refuses %j", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  it("refuses lists and endless addresses", () => {
    expect(safeNext(["/account"])).toBe("/");
    expect(safeNext(`/${"a".repeat(2000)}`)).toBe("/");
  });

  it("drops what follows a hash and resolves dots, and stays inside", () => {
    expect(safeNext("/h/../account#x")).toBe("/account");
  });
});
