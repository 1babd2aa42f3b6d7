import { dictionary } from "@zxcvbn-ts/language-common";

export const PASSWORD_MIN = 10;
/** Long enough for any passphrase; hashing megabytes would be a gift to an attacker. */
export const PASSWORD_MAX = 200;

export type PasswordProblem = "auth.password_short" | "auth.password_long" | "auth.password_common";

const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** What speaks against a new password, or null. `email` may not be part of it. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  if ([...password].length < PASSWORD_MIN) return "auth.password_short";
  if (password.length > PASSWORD_MAX) return "auth.password_long";
  return isCommon(password, email) ? "auth.password_common" : null;
}

function isCommon(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  // "Password2024!" is "password" to whoever guesses.
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return (
    [lower, bare].some((guess) => COMMON.has(guess) || guess === email || guess === email.split("@")[0]) || /^(.{1,4})\1+$/u.test(lower)
  );
}
