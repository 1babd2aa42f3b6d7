import { buildApplication } from "./build.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { applicationEnvironment } from "./environment.mjs";
import { fail } from "./failure.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { HELP, readOptions } from "./options.mjs";
import { dataFolderPath } from "./place.mjs";
import { changeCheckout } from "./prepare.mjs";
import { step } from "./steps.mjs";
import { runNpm, stopTools } from "./tool.mjs";
import { addresses, openPort } from "./web-server.mjs";

/**
 * Starts everything, says where it is, and stays until it is stopped.
 * @param {string[]} args
 */
export async function start(args) {
  /** What must be undone at the end, the newest first. @type {(() => Promise<void> | void)[]} */
  const undo = [];
  const stop = onceStopped(undo);
  try {
    const options = readOptions(args, process.env);
    if (options.help) return console.log(HELP);
    process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);

    const data = openDataFolder(dataFolderPath(options));
    undo.push(data.release);
    const web = await openPort(options);
    undo.push(() => web.stop());

    await changeCheckout(async () => {
      await installPackages();
      await generateClient();
    });
    process.env.DATABASE_URL = await startDatabase(options.databaseUrl, data, undo);
    await changeCheckout(buildApplication);
    Object.assign(process.env, applicationEnvironment(data.secrets, data.folder));
    const { local, network } = addresses({ port: web.port, host: options.host });
    // For links in e-mails, where nobody has said under which address people reach it.
    process.env.COMMONPURSE_URL ||= local;
    if (options.demo)
      process.stdout.write(await step("Loading the demo household", () => runNpm("Loading the demo", ["run", "--silent", "demo:load"])));

    await step("Starting the application", () => web.serve());
    console.log(`Commonpurse is ready at ${local}${network ? ` (in your network: ${network})` : ""}. Ctrl-C stops it.`);
  } catch (error) {
    if (stop.called()) return;
    await undoAll(undo);
    fail(error);
  }
}

/**
 * @param {string | undefined} given a Postgres of the person's own
 * @param {Parameters<typeof import("./database.mjs").startEmbeddedDatabase>[0]} data
 * @param {(() => Promise<void> | void)[]} undo
 */
async function startDatabase(given, data, undo) {
  // Loaded only now: it needs packages that the first start has just installed.
  const { migrateDatabase, startEmbeddedDatabase } = await import("./database.mjs");
  if (given !== undefined) {
    await migrateDatabase(given);
    return given;
  }
  const database = await startEmbeddedDatabase(data);
  // Below the web server, which is stopped first, and above the lock, which is released last.
  undo.splice(1, 0, database.stop);
  return database.url;
}

/**
 * The answer to Ctrl-C and SIGTERM: everything is undone once, however often they are sent.
 * @param {(() => Promise<void> | void)[]} undo
 */
function onceStopped(undo) {
  let called = false;
  const stop = () => {
    if (called) return;
    called = true;
    console.log("Stopping …");
    stopTools();
    undoAll(undo).then(() => {
      console.log("Stopped.");
      process.exit(0);
    }, fail);
  };
  stop.called = () => called;
  return stop;
}

/** @param {(() => Promise<void> | void)[]} undo */
async function undoAll(undo) {
  for (let next = undo.pop(); next !== undefined; next = undo.pop()) await next();
}
