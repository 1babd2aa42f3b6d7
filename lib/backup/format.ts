import { z } from "zod";

/** Counts up when a backup file changes so that older programs can't read it. */
export const FORMAT = 1;

/** The marks are comments to psql; between the two about data, nothing but `copy` blocks is read back. */
export const HEADER_MARK = "-- commonpurse backup ";
export const DATA_MARK = "-- commonpurse data";
export const DATA_END_MARK = "-- commonpurse data ends";
export const FOOTER_MARK = "-- commonpurse end ";

const sealedSchema = z.object({ salt: z.string(), iv: z.string(), tag: z.string(), data: z.string() });
export type Sealed = z.infer<typeof sealedSchema>;

const headerSchema = z.object({
  format: z.int(),
  /** The version of the app that made it, and of the Postgres it came from: for people. */
  app: z.string(),
  server: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Tells whether a place has the key that the encrypted values of this backup need; null where the backup's maker had none. */
  keyPrint: z.string().nullable(),
  /** The installation's keys, sealed with a passphrase; null where none was given. */
  keys: sealedSchema.nullable(),
});
export type Header = z.infer<typeof headerSchema>;

const footerSchema = z.object({
  rows: z.record(z.string(), z.int()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** Of every line before this one. */
  sha256: z.string(),
});
export type Footer = z.infer<typeof footerSchema>;

/** Reads the first line, or null when this is no backup at all. */
export function parseHeader(line: string | undefined): Header | null {
  return parseMarked(line, HEADER_MARK, headerSchema);
}

/** Reads the last line, or null when the file ends too early. */
export function parseFooter(line: string | undefined): Footer | null {
  return parseMarked(line, FOOTER_MARK, footerSchema);
}

function parseMarked<Schema extends z.ZodType>(line: string | undefined, mark: string, schema: Schema): z.output<Schema> | null {
  if (!line?.startsWith(mark)) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(line.slice(mark.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
