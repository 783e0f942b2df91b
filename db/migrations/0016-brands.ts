import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("brands", (table) => {
    table.comment("How the documents of an assessment look and who they come from.");
    table.string("assessment_id", 32).primary().references("assessments.id").onDelete("CASCADE");
    table.text("brand").notNullable().comment("JSON, see brandSchema");
    table.string("updated_at", 24).notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("brands");
}
