import { hash, verify } from "@node-rs/argon2";

/** OWASP's parameters for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), PARAMETERS);
}

let stranger: Promise<string> | undefined;

/**
 * Whether the password is the one behind `passwordHash`. Without a hash (nobody has that address) it takes the same
 * time and says no, so that the answer doesn't tell who has an account.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await stranger), normal(password));
  return matches && passwordHash !== null;
}

/** The same letters typed on another keyboard may arrive composed differently. */
function normal(password: string): string {
  return password.normalize("NFKC");
}
