import { isSqlite, type Database } from "./connection";

/** The names of all tables of the application, in the order of the alphabet. */
export async function tablesOf(database: Database): Promise<string[]> {
  const names: string[] = isSqlite(database)
    ? await database("sqlite_master").where({ type: "table" }).pluck<string[]>("name")
    : await database("information_schema.tables").where({ table_schema: "public" }).pluck<string[]>("table_name");
  return names.filter((name) => !/^(knex|sqlite)_/.test(name)).sort();
}
