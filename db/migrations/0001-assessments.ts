import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("assessments", (table) => {
    table.comment("One assessment of one organisation.");
    table.string("id", 32).primary().comment("128 random bits, base64url");
    table.string("workspace_id", 32).nullable().index().comment("who has adopted it; null while only its keys open it");
    table.string("track", 16).notNullable();
    table.string("depth", 8).notNullable();
    table.string("model_version", 16).notNullable();
    table.text("organisation").notNullable().comment("JSON, see organisationSchema");
    table.string("edit_key_hash", 64).notNullable().unique().comment("SHA-256 of the key, which is stored nowhere");
    table.string("read_key_hash", 64).notNullable().unique();
    table.integer("read_key_version").notNullable().comment("counts up when the reading link is renewed");
    table.string("created_at", 24).notNullable().comment("ISO 8601, UTC");
    table.string("updated_at", 24).notNullable().index().comment("last change of profile or answers; retention counts from here");
  });
  await database.schema.createTable("answers", (table) => {
    table.comment("The current answer to one question of one assessment; no row: not answered.");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE");
    table.string("item_id", 64).notNullable();
    table.text("answer").notNullable().comment("JSON, see answerSchema");
    table.string("updated_at", 24).notNullable();
    table.primary(["assessment_id", "item_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("answers");
  await database.schema.dropTable("assessments");
}
