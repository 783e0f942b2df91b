import { isSqlite, type Database } from "./connection";
import { countRows } from "./count-rows";
import { tablesOf } from "./tables";

/** What was copied of a table, and what the comparison found. */
export type CopiedTable = { table: string; rows: number; differences: number };

type Row = Record<string, unknown>;

/** Counts of the current minute, which need not move. */
const left = new Set(["rate_limits"]);

/**
 * Copies every row of every table into an empty database of the same schema, whatever its engine, and compares them row by
 * row afterwards. Nobody may write to either meanwhile.
 * @param batch rows that are read and written at a time.
 * @throws Error where the target is not empty; nothing is written then.
 */
export async function copyDatabase(
  from: Database,
  to: Database,
  batch: number,
  report: (copied: CopiedTable) => void,
): Promise<CopiedTable[]> {
  const tables = await tablesByDependence(from);
  for (const table of tables)
    if ((await countRows(to(table))) > 0) throw new Error(`The target is not empty: there are rows in ${table}. Nothing was copied.`);
  await to.transaction(async (transaction) => {
    for (const table of tables) for await (const rows of batchesOf(from, table, batch)) await transaction(table).insert(rows);
  });
  return compareDatabases(from, to, batch, report);
}

/** Compares two databases of the same schema row by row. */
export async function compareDatabases(
  from: Database,
  to: Database,
  batch: number,
  report: (compared: CopiedTable) => void,
): Promise<CopiedTable[]> {
  const all: CopiedTable[] = [];
  for (const table of await tablesByDependence(from)) {
    const compared = { table, rows: await countRows(to(table)), differences: await differencesIn(from, to, table, batch) };
    all.push(compared);
    report(compared);
  }
  return all;
}

async function differencesIn(from: Database, to: Database, table: string, batch: number): Promise<number> {
  let differences = Math.abs((await countRows(from(table))) - (await countRows(to(table))));
  const others = batchesOf(to, table, batch);
  for await (const rows of batchesOf(from, table, batch)) {
    const { value: copies = [] } = (await others.next()) as { value?: Row[] };
    differences += rows.filter((row, index) => comparable(row) !== comparable(copies[index] ?? {})).length;
  }
  await others.return();
  return differences;
}

/** A row as text, the same for both engines: PostgreSQL gives large integers as text. */
function comparable(row: Row): string {
  const values = Object.entries(row).map(([name, value]) => [name, typeof value === "number" ? String(value) : value] as const);
  return JSON.stringify(values.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All rows in the order of the primary key, a batch at a time; letters are compared byte by byte on both engines, numbers as such. */
async function* batchesOf(database: Database, table: string, batch: number): AsyncGenerator<Row[], void> {
  const columns = await database(table).columnInfo();
  const isPlain = (column: string) => isSqlite(database) || columns[column]?.type === "integer";
  const order = (await primaryKeyOf(database, table)).map((column) =>
    isPlain(column) ? database.raw("??", [column]) : database.raw('?? collate "C"', [column]),
  );
  for (let offset = 0; ; offset += batch) {
    const query = database(table).limit(batch).offset(offset);
    for (const column of order) void query.orderByRaw(column);
    const rows = (await query.select("*")) as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
  }
}

/** Every table of ours, those that others refer to first. */
async function tablesByDependence(database: Database): Promise<string[]> {
  const tables = (await tablesOf(database)).filter((name) => !left.has(name));
  const references = new Map<string, string[]>();
  // One after the other: a transaction has one connection.
  for (const table of tables) references.set(table, await referencesOf(database, table));
  const ordered: string[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter((table) => !ordered.includes(table) && references.get(table)?.every((other) => ordered.includes(other)));
    if (ready.length === 0) throw new Error("The tables refer to one another in a circle.");
    ordered.push(...ready);
  }
  return ordered;
}

async function referencesOf(database: Database, table: string): Promise<string[]> {
  if (isSqlite(database)) {
    const rows = (await database.raw<{ table: string }[]>('select distinct "table" from pragma_foreign_key_list(?)', [table])) ?? [];
    return rows.map((row) => row.table);
  }
  const { rows } = await database.raw<{ rows: { name: string }[] }>(
    "select distinct confrelid::regclass::text as name from pg_constraint where contype = 'f' and conrelid = ?::regclass",
    [table],
  );
  return rows.map(({ name }) => name);
}

async function primaryKeyOf(database: Database, table: string): Promise<string[]> {
  if (isSqlite(database)) {
    const rows = (await database.raw<{ name: string }[]>("select name from pragma_table_info(?) where pk > 0 order by pk", [table])) ?? [];
    return rows.map(({ name }) => name);
  }
  const { rows } = await database.raw<{ rows: { name: string }[] }>(
    `select attribute.attname as name from pg_index
     join pg_attribute attribute on attribute.attrelid = pg_index.indrelid and attribute.attnum = any(pg_index.indkey)
     where pg_index.indrelid = ?::regclass and pg_index.indisprimary order by array_position(pg_index.indkey, attribute.attnum)`,
    [table],
  );
  return rows.map(({ name }) => name);
}
