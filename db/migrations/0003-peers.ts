import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("peer_contributions", (table) => {
    table.comment("Assessments that take part in the comparison with peers, as they were when they joined.");
    // No cascade: an assessment that goes has to be taken out of the counts first.
    table.string("assessment_id", 32).primary().references("assessments.id");
    table.string("cohort", 64).notNullable().comment("the narrowest");
    table.string("joined_at", 24).notNullable();
  });
  await database.schema.createTable("peer_scores", (table) => {
    table.comment("What each contribution adds to each of its cohorts.");
    table.string("cohort", 64).notNullable();
    table.string("dimension", 32).notNullable();
    table.string("assessment_id", 32).notNullable().references("peer_contributions.assessment_id").onDelete("CASCADE").index();
    table.integer("score").notNullable().comment("whole points, 0–100");
    table.primary(["cohort", "dimension", "assessment_id"]);
  });
  await database.schema.createTable("peer_states", (table) => {
    table.comment("Every set of contributions that was ever published for a dimension of a cohort.");
    table.increments("id");
    table.string("track", 16).notNullable();
    table.string("dimension", 32).notNullable();
    table.integer("size").notNullable().comment("organisations at the moment of publication");
    table.index(["track", "dimension", "size"]);
  });
  await database.schema.createTable("peer_state_members", (table) => {
    table.comment("Who is in a state. Kept after leaving: only so can the next state be checked against this one.");
    table.integer("state_id").notNullable().references("peer_states.id");
    table.string("member", 32).notNullable().index().comment("id of the assessment, or a random word once that is deleted");
    table.integer("score").nullable().comment("whole points, 0–100; null once the assessment is deleted");
    table.primary(["state_id", "member"]);
  });
  await database.schema.createTable("peer_cells", (table) => {
    table.comment("One dimension of one cohort: how many contribute, and what is shown of it. All that is read for a reader.");
    table.string("cohort", 64).notNullable();
    table.string("dimension", 32).notNullable();
    table.integer("size").notNullable().comment("organisations that contribute now; never shown");
    table.integer("changes").notNullable().comment("organisations in which now and the published state differ; 0 without a state");
    table.integer("state_id").nullable().references("peer_states.id").comment("the published state; null: nothing is shown");
    table.text("histogram").nullable().comment("JSON: the counts of the published state");
    table.primary(["cohort", "dimension"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["peer_cells", "peer_state_members", "peer_states", "peer_scores", "peer_contributions"])
    await database.schema.dropTable(table);
}
