import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Postgres's one-byte character: only its catalogs have it, and the adapter doesn't know it. */
const CHAR_OID = 18;
const TEXT_OID = 25;
/** Put behind a column's name by the pool and taken off by the adapter, to tell it which columns are such characters. */
const CHARACTER_MARK = "\u0001character";

class CatalogPool extends pg.Pool {
  constructor(connectionString: string) {
    super({ connectionString });
    const query = this.query.bind(this) as (...given: unknown[]) => Promise<pg.QueryResult>;
    const marked = async (...given: unknown[]) => {
      const result = await query(...given);
      for (const field of result.fields.filter(({ dataTypeID }) => dataTypeID === CHAR_OID)) {
        field.dataTypeID = TEXT_OID;
        field.name += CHARACTER_MARK;
      }
      return result;
    };
    this.query = marked as typeof this.query;
  }
}

class CatalogAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnNames, columnTypes, rows } = await queryRaw(query);
      return {
        columnNames: columnNames.map((name) => name.replace(CHARACTER_MARK, "")),
        columnTypes: columnTypes.map((type, index) => (columnNames[index]?.endsWith(CHARACTER_MARK) ? ColumnTypeEnum.Character : type)),
        rows,
      };
    };
    return adapter;
  }
}

/** Prisma's schema engine, as WebAssembly, on a database: it says what would have to change for the database to be as a schema says. */
export async function schemaEngine(connectionString: string): Promise<bindings.SchemaEngine> {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": { ...bindings } as unknown as WebAssembly.ModuleImports,
  });
  // Without it, a panic of the engine ends in an error about this missing name instead of its own words.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(message);
      },
    },
  });
  const loader = bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };
  loader.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start: () => void }).__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(new CatalogPool(connectionString)));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}
