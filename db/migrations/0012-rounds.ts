import type { Knex } from "knex";

/** Columns go by SQL, see 0009. */
export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.string("round_begun_on", 10).nullable().comment("ISO day on which the round after the last closed one was begun");
    table.text("targets").notNullable().defaultTo("{}").comment("JSON, see targetsSchema");
  });
  await database.schema.createTable("rounds", (table) => {
    table.comment("Closed rounds of an assessment: written once, never changed.");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE");
    table.integer("number").notNullable().comment("from 1");
    table.text("round").notNullable().comment("JSON, see closedRoundSchema");
    table.primary(["assessment_id", "number"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("rounds");
  for (const column of ["targets", "round_begun_on"]) await database.raw("alter table ?? drop column ??", ["assessments", column]);
}
