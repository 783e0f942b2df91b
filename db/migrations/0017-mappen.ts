import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("mappen", (table) => {
    table.comment("Sets of assessments with people who may see them.");
    table.string("id", 32).primary();
    table.string("name", 120).notNullable();
    table.string("owner_key_hash", 64).notNullable().unique().comment("SHA-256 of the key in the owner's link");
    table.string("sealed_secret", 160).notNullable().comment("from which all other links come, AES-256-GCM under the owner's key");
    table.string("created_at", 24).notNullable();
    table.string("updated_at", 24).notNullable().index().comment("of the Mappe itself; its assessments have their own");
  });
  await database.schema.createTable("mappe_people", (table) => {
    table.string("mappe_id", 32).notNullable().references("mappen.id").onDelete("CASCADE");
    table.string("id", 32).notNullable();
    table.string("name", 120).notNullable();
    table.string("role", 8).notNullable().comment("editor or viewer");
    table.string("key_hash", 64).notNullable().unique();
    table.integer("key_version").notNullable().comment("from 1; a new one makes the old link worthless");
    table.string("sealed_secret", 160).nullable().comment("editors: from which links of assessments come, sealed under their key");
    table.string("created_at", 24).notNullable();
    table.primary(["mappe_id", "id"]);
  });
  await database.schema.createTable("device_mappe_keys", (table) => {
    table.comment("Which Mappen a browser opens; see device_keys.");
    table.string("device_hash", 64).notNullable();
    table.string("mappe_id", 32).notNullable().references("mappen.id").onDelete("CASCADE").index();
    table.string("sealed_key", 128).notNullable();
    table.string("kept_at", 24).notNullable();
    table.primary(["device_hash", "mappe_id"]);
  });
  await database.schema.createTable("mappe_assessments", (table) => {
    table.string("mappe_id", 32).notNullable().references("mappen.id").onDelete("CASCADE");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("sharing", 4).notNullable().comment("edit, read or ring, see sharings");
    table.string("added_at", 24).notNullable();
    table.string("consented_at", 24).nullable().comment("null while the owner of the assessment has not agreed");
    table.integer("link_version").nullable().comment("of the link that the Mappe hands out; null where it was not made here");
    table.primary(["mappe_id", "assessment_id"]);
  });
  await database.schema.createTable("assessment_summaries", (table) => {
    table.comment("Worked out again whenever it is older than its assessment or its content: may be deleted at any time.");
    table.string("assessment_id", 32).primary().references("assessments.id").onDelete("CASCADE");
    table.string("assessment_updated_at", 24).notNullable();
    table.string("content_version", 64).notNullable();
    table.text("summary").notNullable().comment("JSON, see assessmentSummarySchema");
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["assessment_summaries", "mappe_assessments", "device_mappe_keys", "mappe_people", "mappen"])
    await database.schema.dropTable(table);
}
