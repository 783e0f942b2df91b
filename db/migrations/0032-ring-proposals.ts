import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("rings", (table) => {
    table.string("proposal", 160).nullable().comment("JSON, see ringSettingSchema; holds once every member agrees. null: none");
  });
  await database.schema.alterTable("ring_members", (table) => {
    table.string("proposal_at", 24).nullable().comment("when its owner agreed to what proposal says");
  });
}

export async function down(database: Knex): Promise<void> {
  for (const [table, column] of [
    ["ring_members", "proposal_at"],
    ["rings", "proposal"],
  ] as const)
    await database.raw("alter table ?? drop column ??", [table, column]);
}
