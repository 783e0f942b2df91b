import type { Knex } from "knex";

/** A plan that was taken is kept as it was solved. The column goes by SQL, see 0009. */
export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("plans", (table) => {
    table.text("kept").nullable().comment("JSON, see keptPlanSchema: the plan as it was solved when somebody took it");
  });
}

export async function down(database: Knex): Promise<void> {
  await database.raw("alter table ?? drop column ??", ["plans", "kept"]);
}
