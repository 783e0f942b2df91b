import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.string("ai_use", 16).notNullable().defaultTo("unknown").comment("how AI is used today, see aiUses");
  });
}

export async function down(database: Knex): Promise<void> {
  // Not by Knex: for SQLite it would copy the table and drop the old one, and with it, by cascade, every answer.
  await database.raw("alter table assessments drop column ai_use");
}
