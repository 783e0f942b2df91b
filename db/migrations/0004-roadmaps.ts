import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("roadmaps", (table) => {
    table.comment("What a roadmap was worked out with; the roadmap itself follows from it and from the answers.");
    table.string("assessment_id", 32).primary().references("assessments.id").onDelete("CASCADE");
    table.text("settings").notNullable().comment("JSON, see planLimitsSchema");
    table.string("updated_at", 24).notNullable();
  });
  await database.schema.createTable("roadmap_steps", (table) => {
    table.comment("How far an initiative has come in an organisation.");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE");
    table.string("initiative_id", 64).notNullable();
    table.text("step").notNullable().comment("JSON, see planStepSchema");
    table.string("updated_at", 24).notNullable();
    table.primary(["assessment_id", "initiative_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("roadmap_steps");
  await database.schema.dropTable("roadmaps");
}
