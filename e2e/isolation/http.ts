import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

export type Answer = {
  readonly status: number;
  /** Where it leads, for pages and for actions alike. */
  readonly location: string | null;
  readonly body: string;
  readonly headers: Headers;
};

export type Caller = {
  readonly get: (address: string, cookie?: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (address: string, body: BodyInit, headers: Readonly<Record<string, string>>) => Promise<Answer>;
};

/** Speaks HTTP to the app, follows nothing. */
export function callerOf(base: string): Caller {
  const call = async (address: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(address, base), { redirect: "manual", signal: AbortSignal.timeout(30_000), ...init });
    // A page that listens for news never ends: its head is the answer.
    const live = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
    const body = live ? "" : await response.text();
    if (live) await response.body?.cancel();
    const location = response.headers.get("location") ?? response.headers.get("x-action-redirect")?.split(";")[0] ?? null;
    return { status: response.status, location, body, headers: response.headers };
  };
  return {
    get: (address, cookie, headers = {}) => call(address, { headers: { accept: "text/html", ...(cookie ? { cookie } : {}), ...headers } }),
    post: (address, body, headers) => call(address, { method: "POST", body, headers }),
  };
}

/** Every action of the build: its file and name, the id that calls it, and a page it is called from. */
export type BuiltAction = { readonly key: string; readonly id: string; readonly page: string };

export function builtActions(): BuiltAction[] {
  const build = path.join(ROOT, process.env.NEXT_DIST_DIR ?? ".next", "server");
  const found = new Map<string, BuiltAction>();
  for (const file of readdirSync(build, { recursive: true, encoding: "utf8" })) {
    if (path.basename(file) !== "server-reference-manifest.json") continue;
    const { node } = JSON.parse(readFileSync(path.join(build, file), "utf8")) as {
      node: Record<string, { filename?: string; exportedName?: string; workers: Record<string, unknown> }>;
    };
    for (const [id, { filename, exportedName, workers }] of Object.entries(node)) {
      const [page] = Object.keys(workers);
      const key = `${filename ?? ""}#${exportedName ?? ""}`;
      if (page) found.set(key, { key, id, page: addressOf(page) });
    }
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** How a page or route is reached, from its place in app/: groups in parentheses are no part of it. */
export function addressOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

/** Arguments of an action as the browser sends them. */
export function encodeCall(
  kind: "form" | "formData" | "data" | "none",
  fields: Readonly<Record<string, string | readonly string[] | Blob>>,
): BodyInit {
  if (kind === "none") return "[]";
  if (kind === "data") return JSON.stringify([fields]);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of Array.isArray(value) ? (value as readonly string[]) : [value as string | Blob]) {
      if (typeof each === "string") body.append(`_1_${name}`, each);
      else body.append(`_1_${name}`, each, "file.html");
    }
  }
  body.append("0", kind === "form" ? JSON.stringify([{ status: "idle", attempt: 0 }, "$K1"]) : JSON.stringify(["$K1"]));
  return body;
}
