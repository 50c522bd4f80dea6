import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** @import { SqlMigrationAwareDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils' */

const ready = loadEngine();

/**
 * The SQL that leads from a database as it is to what a Prisma schema asks for; empty when they agree. Triggers are
 * outside its view. It is Prisma's own schema engine as WebAssembly, which needs no download.
 *
 * @param {SqlMigrationAwareDriverAdapterFactory} database
 * @param {string} schema
 */
export async function scriptFrom(database, schema) {
  await ready;
  const files = [{ path: 'schema.prisma', content: schema }];
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(database),
  );
  const { stdout } = await schemaEngine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const script = (stdout ?? '').trim();
  return script === '-- This is an empty migration.' ? '' : script;
}

/**
 * A PostgreSQL database for {@link scriptFrom}. The engine reads catalogue columns of the type `"char"` (18), which the
 * adapter does not know: they are shown to it as text (25), and to the engine as the characters they are.
 *
 * @param {string} url
 */
export function postgresqlDatabase(url) {
  const pool = new pg.Pool({ connectionString: url });
  const query = pool.query.bind(pool);
  /** @type {WeakMap<object, readonly number[]>} places of such columns by the rows of a result */
  const characters = new WeakMap();
  const readable = async (/** @type {pg.QueryArrayConfig} */ config) => {
    const { rows, fields } = await query(config);
    characters.set(
      rows,
      [...fields.keys()].filter((at) => fields[at]?.dataTypeID === 18),
    );
    return { rows, fields: fields.map((field) => ({ ...field, dataTypeID: field.dataTypeID === 18 ? 25 : field.dataTypeID })) };
  };
  const factory = new PrismaPg(Object.assign(pool, { query: readable }));
  const connectAdapter = factory.connect.bind(factory);
  const connect = async () => {
    const connection = await connectAdapter();
    const queryRaw = connection.queryRaw.bind(connection);
    return Object.assign(connection, {
      queryRaw: async (/** @type {SqlQuery} */ asked) => {
        const result = await queryRaw(asked);
        for (const at of characters.get(result.rows) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character;
        return result;
      },
    });
  };
  return { adapter: Object.assign(factory, { connect }), close: () => pool.end() };
}

/** Instantiates the engine by hand, as Node.js does not import WebAssembly yet. */
async function loadEngine() {
  const url = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(fileURLToPath(url).replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}
