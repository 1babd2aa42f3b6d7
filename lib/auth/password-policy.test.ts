import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-policy";

const problem = (password: string) => passwordProblem(password, "anna@ferreira.example");

describe("passwordProblem", () => {
  it.each(["123456789", "abcdefghi", "", "🙂🙂🙂🙂🙂🙂🙂🙂🙂"])("finds %j short", (password) => {
    expect(problem(password)).toBe("auth.password_short");
  });

  it.each([
    "1234567890",
    "qwertyuiop",
    "password123",
    "Password2024!",
    "PASSWORD1234",
    "aaaaaaaaaaaa",
    "abababababab",
    "anna@ferreira.example",
  ])("finds %j common", (password) => {
    expect(problem(password)).toBe("auth.password_common");
  });

  it.each(["plenty of purple rice", "zq8!Lw0-vTfe", "パスワードはとても長いです", "🙂🙃🙂🥝🙂🙃🥝🙂🙃🥝"])("takes %j", (password) => {
    expect(problem(password)).toBeNull();
  });

  it("bounds the length, so that hashing stays cheap", () => {
    expect(problem(`ab${"c d ".repeat(60)}`)).toBe("auth.password_long");
  });
});
