import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("rings", (table) => {
    table.string("dataset_id", 32).nullable().unique().comment("under which the figures are open data, once everybody agrees");
    table.text("open_data").nullable().comment("JSON, see openDataOfferSchema; null: not offered");
  });
  await database.schema.alterTable("ring_members", (table) => {
    table.string("open_data_at", 24).nullable().comment("when its owner agreed to what open_data says");
  });
}

export async function down(database: Knex): Promise<void> {
  const dropColumn = (table: string, column: string) => database.raw("alter table ?? drop column ??", [table, column]);
  await dropColumn("ring_members", "open_data_at");
  await database.schema.alterTable("rings", (table) => table.dropUnique(["dataset_id"]));
  for (const column of ["dataset_id", "open_data"]) await dropColumn("rings", column);
}
