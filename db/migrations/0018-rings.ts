import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("rings", (table) => {
    table.comment("Comparison rings: a rule set before anybody joins, and figures that are frozen between two publications.");
    table.string("mappe_id", 32).primary().references("mappen.id").onDelete("CASCADE");
    table.string("setting", 160).notNullable().comment("JSON, see ringSettingSchema; never changed once somebody has joined");
    table.text("figures").nullable().comment("JSON, see ringFiguresSchema; as they were last published");
    table.string("published_on", 10).nullable().comment("ISO day");
    table.integer("published_count").notNullable().defaultTo(0).comment("members that were there then");
  });
  await database.schema.createTable("ring_members", (table) => {
    table.string("mappe_id", 32).notNullable().references("rings.mappe_id").onDelete("CASCADE");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("invited_at", 24).notNullable();
    table.string("joined_at", 24).nullable().comment("null while only invited");
    table.string("left_at", 24).nullable();
    table.string("setting", 160).nullable().comment("the rule that was agreed to");
    table.integer("was_published").notNullable().defaultTo(0).comment("1 where it was there at the last publication");
    table.text("published_values").nullable().comment("JSON, see ringValuesSchema; what it brought then, gone when it leaves");
    table.primary(["mappe_id", "assessment_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["ring_members", "rings"]) await database.schema.dropTable(table);
}
