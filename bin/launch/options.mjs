import { parseArgs } from "node:util";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";

export const HELP = `npm start                    start Commonpurse on port 3000
npm start -- --port 8080     on another port (or PORT=8080)
npm start -- --demo          with the demo household, in a data folder of its own

COMMONPURSE_DATA   data folder (.data)
HOST               address to listen on (0.0.0.0: also phones in your network)
DATABASE_URL       a Postgres 14 or newer to use instead of the embedded one`;

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ help: boolean, demo: boolean, port: number, host: string, databaseUrl: string | undefined }}
 */
export function readOptions(args, environment) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { demo: { type: "boolean" }, port: { type: "string" }, help: { type: "boolean", short: "h" } },
    }));
  } catch (error) {
    throw new LaunchProblem(`${/** @type {Error} */ (error).message.split(".")[0]}. npm start -- --help lists what there is.`);
  }
  const text = values.port ?? environment.PORT ?? "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new LaunchProblem(`"${text}" is no port: it is a number from 1 to 65535.`);
  const demo = values.demo ?? false;
  const databaseUrl = environment.DATABASE_URL || undefined;
  if (demo && databaseUrl) {
    throw new LaunchProblem("The demo never goes into a database of yours: unset DATABASE_URL to start it on its own.");
  }
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new LaunchProblem("DATABASE_URL is no address of a Postgres (postgresql://…).");
  return { help: values.help ?? false, demo, port, host: environment.HOST || "0.0.0.0", databaseUrl };
}
