/**
 * What `npm start` does up to the web server, by the launcher's own code: takes the data folder, starts its database (or adopts the one that a
 * killed start left), brings it up to date. Says where it is and stays until it is killed.
 */
import { openDataFolder } from "./launch/data-folder.mjs";
import { startEmbeddedDatabase } from "./launch/database.mjs";

const data = openDataFolder(process.argv[2] ?? "");
const database = await startEmbeddedDatabase(data);
process.stdout.write(`ready ${database.url}\n`);
process.on("SIGTERM", () => {
  void database.stop().then(() => {
    data.release();
    process.exit(0);
  });
});
setInterval(() => undefined, 60_000);
