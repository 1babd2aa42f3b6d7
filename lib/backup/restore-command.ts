import path from "node:path";
import { fail } from "@/bin/launch/failure.mjs";
import { putKeys } from "@/bin/launch/secrets.mjs";
import { LaunchProblem } from "@/lib/db/embedded/problem.mjs";
import { databaseAddress, readArguments } from "./arguments";
import { keyPrint, openKeys } from "./keys";
import { readHeader, restore } from "./restore";

/** `npm run restore -- FILE`: an installation as it was when the backup was made, brought up to this version. */
try {
  const { file, replace } = readArguments("restore", process.argv.slice(2));
  const { COMMONPURSE_BACKUP_PASSPHRASE: passphrase, COMMONPURSE_ENCRYPTION_KEY: key, COMMONPURSE_SECRETS_FILE: secrets } = process.env;
  const header = await readHeader(file);
  const keys = header.keys && passphrase ? openKeys(header.keys, passphrase) : null;
  if (header.keys && passphrase && keys === null)
    throw new LaunchProblem("The passphrase is not the one of this backup. Nothing was changed.");

  const { rows, migratedTo } = await restore({ url: databaseAddress(), file, replace, migrations: path.join("prisma", "migrations") });
  if (keys && secrets) putKeys(secrets, keys);
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  console.log(
    `✓ ${count} rows from ${header.madeAt} are back.${migratedTo.length > 0 ? ` Brought up to date: ${migratedTo.join(", ")}.` : ""}`,
  );
  if (keys && secrets) console.log(`  The keys are back too, in ${secrets}.`);
  else if (header.keyPrint && (!key || keyPrint(key) !== header.keyPrint)) {
    console.log("  This place has other keys than the backup: card codes can't be read and open invites can't be shown again.");
    console.log(
      header.keys
        ? "  Restore again with --replace and the passphrase in COMMONPURSE_BACKUP_PASSPHRASE."
        : "  Put authSecret and encryptionKey of the old secrets.json into this one's.",
    );
  }
  console.log("  npm run verify checks the books.");
} catch (error) {
  fail(error);
}
