import type { Knex } from "knex";

/** Columns go by SQL, see 0009. */
export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.string("check_key_hash", 64).nullable().index().comment("SHA-256 of the key for whoever checks; null: nobody is asked to");
    table.integer("check_key_version").notNullable().defaultTo(0);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => table.dropIndex("check_key_hash"));
  for (const column of ["check_key_version", "check_key_hash"])
    await database.raw("alter table ?? drop column ??", ["assessments", column]);
}
