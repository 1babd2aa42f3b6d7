import { readFileSync } from "node:fs";
import path from "node:path";
import { fail } from "@/bin/launch/failure.mjs";
import { databaseAddress, readArguments } from "./arguments";
import { backup } from "./backup";

/** `npm run backup -- FILE`: everything of this installation into one file. A passphrase in the environment seals its keys into it. */
try {
  const { file, replace } = readArguments("backup", process.argv.slice(2));
  const { AUTH_SECRET: authSecret, COMMONPURSE_ENCRYPTION_KEY: encryptionKey, COMMONPURSE_BACKUP_PASSPHRASE: passphrase } = process.env;
  const keys = authSecret && encryptionKey ? { authSecret, encryptionKey } : null;
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const rows = await backup({
    url: databaseAddress(),
    file,
    replace,
    migrations: path.join("prisma", "migrations"),
    app: version,
    keys,
    passphrase: passphrase || null,
  });
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  console.log(`✓ ${count} rows of ${Object.keys(rows).length} tables are in ${file}.`);
  console.log(
    keys && passphrase
      ? "  The keys are in it, sealed with your passphrase. Without the passphrase nobody can read card codes from it."
      : "  The keys are not in it: keep a copy of secrets.json (in the data folder) elsewhere, or card codes can't be read after a restore.\n  With COMMONPURSE_BACKUP_PASSPHRASE set, a backup has them in it, sealed.",
  );
} catch (error) {
  fail(error);
}
