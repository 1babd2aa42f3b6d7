import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parsePlanRequest, PlanRequestError } from "./contract";
import { makePlan, PlanCheckError } from "./plan";

/** `npm run --silent plan -- request.json`: a result on standard output, or one line on standard error. */
export async function planCommand(
  files: readonly string[],
  input: NodeJS.ReadableStream,
): Promise<{ code: 0 | 1 | 2; output: string; complaint: string }> {
  try {
    const request = parsePlanRequest(await readRequest(files, input));
    return { code: 0, output: `${JSON.stringify(await makePlan(request), null, 2)}\n`, complaint: "" };
  } catch (error) {
    if (error instanceof PlanRequestError) return { code: 2, output: "", complaint: error.message };
    if (error instanceof PlanCheckError) return { code: 1, output: "", complaint: `${error.message}; please report it with the request` };
    throw error;
  }
}

async function readRequest(files: readonly string[], input: NodeJS.ReadableStream): Promise<unknown> {
  const [file] = files;
  if (files.length > 1) throw new PlanRequestError("request: give one file, or the request on standard input");
  const content = file === undefined || file === "-" ? await text(input) : await readText(file);
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new PlanRequestError(`request: not JSON (${oneLine(error)})`);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new PlanRequestError(`request: can't read the file (${oneLine(error)})`);
  }
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/gu, " ");
}
