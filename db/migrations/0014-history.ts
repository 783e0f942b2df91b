import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("changes", (table) => {
    table.comment("Who changed what of an assessment: added to, never changed; it goes with its assessment.");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE");
    table.integer("number").notNullable().comment("from 1");
    table.string("at", 24).notNullable();
    table.string("by", 64).notNullable().comment("see actorSchema");
    table.string("what", 32).notNullable().comment("see changeKindSchema");
    table.string("of", 130).notNullable();
    table.string("from", 64).nullable();
    table.string("to", 64).nullable();
    table.primary(["assessment_id", "number"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("changes");
}
