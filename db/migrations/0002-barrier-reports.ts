import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("barrier_reports", (table) => {
    table.comment("What people told the operator about a barrier in the application.");
    table.string("id", 32).primary();
    table.text("message").notNullable();
    table.text("contact").nullable().comment("only where the person wants an answer");
    table.string("created_at", 24).notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("barrier_reports");
}
