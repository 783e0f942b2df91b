import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("webhook_messages", (table) => {
    table.string("batch_id", 32).nullable().comment("of the documents that it tells of");
  });
  // Those that are kept leave out what colleagues have answered; they are worked out anew with the next look.
  await database("assessment_summaries").delete();
}

export async function down(database: Knex): Promise<void> {
  await database.raw("alter table ?? drop column ??", ["webhook_messages", "batch_id"]);
}
