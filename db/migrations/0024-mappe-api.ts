import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("api_mappen", (table) => {
    table.comment("Mappen made over the API, and the key each belongs to.");
    table.string("mappe_id", 32).primary().references("mappen.id").onDelete("CASCADE");
    table.string("api_key_id", 32).notNullable().references("api_keys.id");
    table.string("created_at", 24).notNullable().comment("same as the Mappe's; lists go by it");
    table.index(["api_key_id", "created_at", "mappe_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("api_mappen");
}
