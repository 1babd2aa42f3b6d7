import type { MessageTree } from "./messages";

type Growing = Record<string, MessageTree[string]>;

function isBranch(value: MessageTree[string]): value is MessageTree {
  return typeof value === "object" && !Array.isArray(value);
}

function pickInto(into: Growing, from: MessageTree, path: readonly string[]): void {
  const [key, ...rest] = path;
  const value = key === undefined ? undefined : from[key];
  if (key === undefined || value === undefined) return;
  if (rest.length === 0 || !isBranch(value)) {
    into[key] = value;
    return;
  }
  const present = into[key];
  const branch: Growing = present !== undefined && isBranch(present) ? { ...present } : {};
  pickInto(branch, value, rest);
  into[key] = branch;
}

/** Only the named branches of the messages ("lists", "credits.form"), so that a page sends no more than it uses. */
export function pickMessages(messages: MessageTree, paths: readonly string[]): MessageTree {
  const picked: Growing = {};
  // Whole namespaces last, so that they win over one of their own branches.
  for (const path of [...paths].sort((a, b) => b.split(".").length - a.split(".").length)) pickInto(picked, messages, path.split("."));
  return picked;
}
