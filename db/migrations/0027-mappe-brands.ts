import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("mappe_brands", (table) => {
    table.comment("How all documents look that are made from a Mappe, and who they come from.");
    table.string("mappe_id", 32).primary().references("mappen.id").onDelete("CASCADE");
    table.text("brand").notNullable().comment("JSON, see brandSchema");
    table.string("updated_at", 24).notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("mappe_brands");
}
