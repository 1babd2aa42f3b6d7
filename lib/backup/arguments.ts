import path from "node:path";
import { parseArgs } from "node:util";
import { LaunchProblem } from "@/lib/db/embedded/problem.mjs";

export type Arguments = { readonly file: string; readonly replace: boolean };

/** Reads `file [--replace]`; the file is meant from where the person stands, which npm leaves for the checkout. */
export function readArguments(name: "backup" | "restore", args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { replace: { type: "boolean" } }, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) {
      return { file: path.resolve(process.env.INIT_CWD ?? process.cwd(), file), replace: values.replace ?? false };
    }
  } catch {
    // Unknown options are answered like a missing file: with how it is called.
  }
  throw new LaunchProblem(`This is how it is called: npm run ${name} -- FILE [--replace]`);
}

export function databaseAddress(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new LaunchProblem("DATABASE_URL is not set.");
  return url;
}
