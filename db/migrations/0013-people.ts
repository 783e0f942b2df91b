import type { Knex } from "knex";

/** Columns go by SQL, see 0009. */
export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.integer("show_names").notNullable().defaultTo(0).comment("1: reports name the people who have answered");
  });
  await database.schema.createTable("people", (table) => {
    table.comment("Who answers a part of an assessment: let in by a link, of which only the hash is kept.");
    table.string("id", 32).primary();
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.integer("number").notNullable().comment("in the order in which they were asked, from 1");
    table.string("kind", 16).notNullable().comment("colleague");
    table.text("name").notNullable().comment("of the person or their role; empty once it is kept no longer");
    table.text("items").notNullable().comment("JSON: ids of their questions");
    table.string("until", 10).nullable().comment("ISO day by which they were asked to answer");
    table.string("state", 16).notNullable().comment("see personStates");
    table.text("ask").notNullable().comment("whom to ask instead, in their words");
    table.string("key_hash", 64).nullable().unique().comment("SHA-256 of the key in their link; null: no link opens it");
    table.string("created_at", 24).notNullable();
    table.string("updated_at", 24).notNullable().index();
  });
  await database.schema.createTable("person_answers", (table) => {
    table.string("person_id", 32).notNullable().references("people.id").onDelete("CASCADE");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("item_id", 64).notNullable();
    table.text("answer").notNullable().comment("JSON, see answerSchema");
    table.string("updated_at", 24).notNullable();
    table.primary(["person_id", "item_id"]);
  });
  await database.schema.createTable("recorded_answers", (table) => {
    table.comment("What was agreed where several have answered.");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE");
    table.string("item_id", 64).notNullable();
    table.text("recorded").notNullable().comment("JSON, see recordedSchema");
    table.primary(["assessment_id", "item_id"]);
  });
  await database.schema.createTable("device_people", (table) => {
    table.comment("Whose part a browser opens. Nothing here opens anything without the secret in its cookie.");
    table.string("device_hash", 64).notNullable().comment("HMAC-SHA256 of the secret in the cookie");
    table.string("person_id", 32).notNullable().references("people.id").onDelete("CASCADE").index();
    table.string("sealed_key", 128).notNullable().comment("key of the part, AES-256-GCM under a key that comes from the secret");
    table.string("kept_at", 24).notNullable();
    table.primary(["device_hash", "person_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["device_people", "recorded_answers", "person_answers", "people"]) await database.schema.dropTable(table);
  await database.raw("alter table ?? drop column ??", ["assessments", "show_names"]);
}
