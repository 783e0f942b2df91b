import type { Knex } from "knex";

/** Two that have had one key keep it at the one that came first: by it nobody could tell them apart. */
export async function up(database: Knex): Promise<void> {
  const rows = await database("mappe_assessments")
    .whereNotNull("client_key")
    .orderBy(["mappe_id", "added_at", "assessment_id"])
    .select<{ mappe_id: string; assessment_id: string; client_key: string }[]>("mappe_id", "assessment_id", "client_key");
  const seen = new Set<string>();
  for (const { mappe_id, assessment_id, client_key } of rows) {
    const key = JSON.stringify([mappe_id, client_key]);
    if (seen.has(key)) await database("mappe_assessments").where({ mappe_id, assessment_id }).update({ client_key: null });
    seen.add(key);
  }
  await database.schema.alterTable("mappe_assessments", (table) => void table.unique(["mappe_id", "client_key"]));
}

export async function down(database: Knex): Promise<void> {
  await database.schema.alterTable("mappe_assessments", (table) => void table.dropUnique(["mappe_id", "client_key"]));
}
