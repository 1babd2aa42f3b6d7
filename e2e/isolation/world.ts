import { spawnSync } from "node:child_process";
import path from "node:path";

/** One of each thing of the household, by the name that addresses and rows of the table use. */
export type Ids = Readonly<
  Record<
    | "household"
    | "list"
    | "item"
    | "store"
    | "account"
    | "credit"
    | "plan"
    | "order"
    | "line"
    | "entry"
    | "settlement"
    | "member"
    | "holder"
    | "invite"
    | "case"
    | "contact"
    | "file"
    | "card"
    | "gift"
    | "envelope"
    | "expense"
    | "session"
    | "token"
    | "feed",
    string
  >
>;

export type Who = "owner" | "child" | "former" | "stranger" | "neighbour" | "ended" | "overdue" | "forged";

export type World = {
  readonly ids: Ids;
  /** The neighbour's own household. */
  readonly theirs: string;
  readonly cookies: Readonly<Record<Who, string>>;
  readonly invites: Readonly<Record<"used" | "revoked" | "expired", string>>;
};

/** Makes it beside the running app, straight on its database. */
export function makeWorld(): World {
  const root = path.resolve(import.meta.dirname, "..", "..");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, "bin/with-database.mjs"), "e2e/isolation/world-command.ts"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, COMMONPURSE_DATA: process.env.E2E_DATA, DATABASE_URL: process.env.E2E_DATABASE_URL ?? "" },
    },
  );
  if (status !== 0) throw new Error(`The world could not be made: ${stderr}${stdout}`);
  return JSON.parse(stdout.slice(stdout.indexOf("{"))) as World;
}
