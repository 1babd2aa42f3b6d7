/**
 * A database to develop against: starts the embedded Postgres of the data folder, applies the migrations, prints what `next dev` needs
 * in its environment, and stays until it is stopped.
 */
import { startEmbeddedDatabase } from "./launch/database.mjs";
import { openDataFolder } from "./launch/data-folder.mjs";
import { fail } from "./launch/failure.mjs";
import { dataFolderPath } from "./launch/place.mjs";

try {
  const data = openDataFolder(dataFolderPath());
  const database = await startEmbeddedDatabase(data);
  console.log(`DATABASE_URL=${database.url}`);
  console.log(`AUTH_SECRET=${data.secrets.authSecret}`);
  console.log(`COMMONPURSE_ENCRYPTION_KEY=${data.secrets.encryptionKey}`);
  const stop = () => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    clearInterval(staying);
    database.stop().then(data.release, fail);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const staying = setInterval(() => undefined, 60_000);
} catch (error) {
  fail(error);
}
