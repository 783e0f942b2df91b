import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.text("facts").notNullable().defaultTo("{}").comment("JSON, what somebody has told of duties with yes or no, see factsSchema");
  });
}

export async function down(database: Knex): Promise<void> {
  await database.raw("alter table assessments drop column facts");
}
