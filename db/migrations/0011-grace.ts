import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.string("removed_at", 24).nullable().index().comment("since when it is shown to nobody, before it is deleted; null: it is kept");
  });
  await database.schema.createTable("times", (table) => {
    table.comment("When something was done last: one row a thing.");
    table.string("name", 32).primary();
    table.string("at", 24).notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("times");
  await database.schema.alterTable("assessments", (table) => table.dropIndex("removed_at"));
  // Not by Knex: for SQLite it would copy the table and drop the old one, and with it, by cascade, every answer.
  await database.raw("alter table assessments drop column removed_at");
}
