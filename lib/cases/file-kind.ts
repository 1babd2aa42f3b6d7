import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** The most a file may weigh, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** What may be kept with a case, and how its name ends. Nothing here can be run, and nothing is markup. */
export const FILE_KINDS = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/heic": "heic",
  "text/plain": "txt",
} as const;
export type MediaType = keyof typeof FILE_KINDS;

export type CheckedFile = {
  readonly name: string;
  readonly mediaType: MediaType;
  /** Of the content, in hex. */
  readonly sha256: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

const NAME_LENGTH = 120;
// A tag, a declaration or a comment; "Anna <anna@example.org>" is none.
const MARKUP = /<(?:!|\?|\/?[a-z][a-z0-9:-]*(?:\s|\/?>))/iu;
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u;

function isMediaType(mime: string): mime is MediaType {
  return Object.hasOwn(FILE_KINDS, mime);
}

/** Plain text: UTF-8, no control characters, no markup, no script of a shell. */
function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return !CONTROL.test(text) && !MARKUP.test(text) && !text.startsWith("#!");
  } catch {
    return false;
  }
}

/** A name without folders and odd characters, ending as the content says. */
export function safeName(given: string, mediaType: MediaType): string {
  const last = given.split(/[\\/]/u).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/u, "")
    .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
    .replace(/^[. ]+/u, "")
    .slice(0, NAME_LENGTH - 5)
    .trim();
  return `${stem === "" ? "file" : stem}.${FILE_KINDS[mediaType]}`;
}

/** A file as it may be kept (R33): its kind is read from its content, whatever its name or the browser says. */
export async function checkFile(given: { readonly name: string; readonly content: Uint8Array<ArrayBuffer> }): Promise<Result<CheckedFile>> {
  const { content } = given;
  if (content.length === 0) return fail("cases.file_empty", { field: "file" });
  if (content.length > MAX_FILE_BYTES) return fail("cases.file_size", { field: "file" });
  const found = await fileTypeFromBuffer(content);
  const mediaType = found ? found.mime : isPlainText(content) ? "text/plain" : "unknown";
  if (!isMediaType(mediaType)) return fail("cases.file_kind", { field: "file" });
  const sha256 = createHash("sha256").update(content).digest("hex");
  return ok({ name: safeName(given.name, mediaType), mediaType, sha256, content });
}
