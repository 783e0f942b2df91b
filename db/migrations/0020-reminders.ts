import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("reminders", (table) => {
    table.comment("Addresses that wait for one mail: deleted once it is sent, stopped, or not confirmed.");
    table.string("id", 32).primary();
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("address", 254).notNullable();
    table.string("month", 7).notNullable().comment("ISO month in which it is sent");
    table.string("language", 2).notNullable();
    table.string("key_hash", 64).notNullable().unique().comment("SHA-256 of the key in the last mail");
    table.string("created_at", 24).notNullable();
    table.string("confirmed_at", 24).nullable();
    table.string("sending_at", 24).nullable().comment("since when a process is about to send it");
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("reminders");
}
