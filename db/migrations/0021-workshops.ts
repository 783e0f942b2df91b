import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("workshops", (table) => {
    table.comment("A room that votes on questions of an assessment. Whoever takes part or moderates is one of its people.");
    table.string("id", 32).primary();
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("code", 16).nullable().unique().comment("what people type to join, shown to the whole room; null once it is over");
    table.text("items").notNullable().comment("JSON: ids of its questions");
    table.integer("most_people").notNullable();
    table.string("until", 10).notNullable().comment("ISO day on which it ends at the latest");
    table.integer("position").notNullable().comment("0: people gather; n: the n-th question");
    table.text("shown").notNullable().comment("JSON: ids of questions whose votes everybody sees");
    table.string("created_at", 24).notNullable();
    table.string("ended_at", 24).nullable();
  });
  await database.schema.createTable("workshop_people", (table) => {
    table.string("person_id", 32).primary().references("people.id").onDelete("CASCADE");
    table.string("workshop_id", 32).notNullable().references("workshops.id").onDelete("CASCADE").index();
  });
  await database.schema.createTable("workshop_votes", (table) => {
    table.comment("Votes that nobody sees yet: once they are shown they are answers of their people, and gone here.");
    table.string("person_id", 32).notNullable().references("people.id").onDelete("CASCADE");
    table.string("workshop_id", 32).notNullable().references("workshops.id").onDelete("CASCADE").index();
    table.string("item_id", 64).notNullable();
    table.text("vote").notNullable().comment("JSON, see answerSchema");
    table.primary(["person_id", "item_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["workshop_votes", "workshop_people", "workshops"]) await database.schema.dropTable(table);
  await database("people").whereNot({ kind: "colleague" }).delete();
}
