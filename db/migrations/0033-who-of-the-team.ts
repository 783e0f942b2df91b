import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("changes", (table) => {
    table.string("person_id", 32).nullable().comment("who of the team it was, or whom it befell; has no name once they are deleted");
  });
}

export async function down(database: Knex): Promise<void> {
  await database.raw("alter table ?? drop column ??", ["changes", "person_id"]);
}
