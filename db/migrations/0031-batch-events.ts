import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("webhook_messages", (table) => {
    table.string("batch_id", 32).nullable().comment("of the documents that it tells of");
  });
}

export async function down(database: Knex): Promise<void> {
  await database.raw("alter table ?? drop column ??", ["webhook_messages", "batch_id"]);
}
