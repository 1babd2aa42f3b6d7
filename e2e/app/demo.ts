import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

export type Demo = {
  readonly address: string;
  readonly email: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
};

/** A server of its own with the demo household, on the build the run's own server made. */
export async function startDemo(port: number): Promise<Demo> {
  const data = mkdtempSync(path.join(tmpdir(), "commonpurse-demo-"));
  const server = spawn(process.execPath, ["bin/start.mjs", "--demo"], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    env: { ...process.env, PORT: String(port), COMMONPURSE_DATA: data, DATABASE_URL: "", COMMONPURSE_PSEUDO_LOCALES: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = new Promise((resolve) => server.once("close", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await closed;
    rmSync(data, { recursive: true, force: true });
  };
  let said = "";
  let signIn: { readonly email: string; readonly password: string } | undefined;
  for await (const line of createInterface({ input: server.stdout })) {
    said += `${line}\n`;
    const found = /Sign in to the demo as (\S+) or \S+ with the password (\S+)/u.exec(line);
    if (found) signIn = { email: found[1] ?? "", password: found[2] ?? "" };
    if (line.includes("is ready at")) break;
  }
  if (!signIn) {
    await stop();
    throw new Error(`The demo didn't start:\n${said}`);
  }
  // What it says later mustn't fill the pipe.
  server.stdout.resume();
  return { address: `http://localhost:${port}`, ...signIn, stop };
}
