import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { schemaEngine } from "./testing/schema-engine";

const FOLDER = path.resolve("prisma/schema");
const SCHEMA = readdirSync(FOLDER).map((name) => ({
  path: path.join(FOLDER, name),
  content: readFileSync(path.join(FOLDER, name), "utf8"),
}));
const engine = await schemaEngine(process.env.DATABASE_URL ?? "");

/** The statements that would bring the migrated database to `schema`. */
async function missing(schema: typeof SCHEMA): Promise<string | undefined> {
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files: SCHEMA, configDir: FOLDER },
    to: { tag: "schemaDatamodel", files: schema },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout?.trim();
}

test("the migrations make what the schema says", async () => {
  expect(await missing(SCHEMA)).toBe("-- This is an empty migration.");
});

test("a column that no migration makes would be noticed", async () => {
  const schema = SCHEMA.map(({ path: file, content }) => ({
    path: file,
    content: content.replace("model Household {", 'model Household {\n  motto String @default("")'),
  }));
  expect(await missing(schema)).toContain('ADD COLUMN     "motto" TEXT');
});
