import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("report_words", (table) => {
    table.comment("What people have written into a report: author, summary, comments, logo.");
    table.string("assessment_id", 32).primary().references("assessments.id").onDelete("CASCADE");
    table.text("words").notNullable().comment("JSON, see reportWordsSchema");
    table.string("updated_at", 24).notNullable();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("report_words");
}
