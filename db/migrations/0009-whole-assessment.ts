import type { Knex } from "knex";

/**
 * Names follow what the things are called elsewhere, an assessment gets its weights, and answers to an earlier
 * questionnaire a place of their own. Columns go by SQL: for SQLite, Knex would copy the table and drop the old one, and
 * with it, by cascade, every answer.
 */
export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.text("weights").notNullable().defaultTo("{}").comment("JSON, see weightsSchema");
    table.dropIndex("workspace_id");
  });
  await dropColumn(database, "assessments", "workspace_id");
  await database.schema.renameTable("report_words", "author_texts");
  await renameColumn(database, "author_texts", "words", "text");
  await database.schema.renameTable("roadmaps", "plans");
  await renameColumn(database, "plans", "settings", "limits");
  await database.schema.alterTable("plans", (table) => {
    table.string("since", 10).nullable().comment("ISO day on which the limits were last set; the plan begins with the quarter after it");
  });
  await database("plans").update({ since: database.raw("substr(updated_at, 1, 10)") });
  await database.schema.renameTable("roadmap_steps", "plan_steps");
  await database.schema.createTable("previous_answers", (table) => {
    table.comment("Answers to an earlier questionnaire that speak of an item without answering it: shown there, to be confirmed.");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE");
    table.string("item_id", 64).notNullable();
    table.text("previous").notNullable().comment("JSON, see previousAnswerSchema");
    table.primary(["assessment_id", "item_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("previous_answers");
  await database.schema.renameTable("plan_steps", "roadmap_steps");
  await dropColumn(database, "plans", "since");
  await renameColumn(database, "plans", "limits", "settings");
  await database.schema.renameTable("plans", "roadmaps");
  await renameColumn(database, "author_texts", "text", "words");
  await database.schema.renameTable("author_texts", "report_words");
  await database.schema.alterTable("assessments", (table) => {
    table.string("workspace_id", 32).nullable().index();
  });
  await dropColumn(database, "assessments", "weights");
}

const dropColumn = (database: Knex, table: string, column: string) => database.raw("alter table ?? drop column ??", [table, column]);

const renameColumn = (database: Knex, table: string, from: string, to: string) =>
  database.raw("alter table ?? rename column ?? to ??", [table, from, to]);
