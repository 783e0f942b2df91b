import type { Knex } from "knex";

/**
 * Hardly any assessment has a key for who checks. An index of all of them told SQLite, once it had statistics, that it finds
 * everybody, so that every visit read the whole table; one of those that are there is passed over by nobody. What refers to a
 * row that goes, or whose key may change, is looked for by whom it refers to: each such column has an index.
 */
export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("assessments", (table) => {
    table.dropIndex("check_key_hash");
    table.index("check_key_hash", "assessments_check_key_hash_index", { predicate: database.whereNotNull("check_key_hash") });
  });
  await database.schema.alterTable("api_creations", (table) => void table.index("assessment_id"));
  await database.schema.alterTable("mappe_invitations", (table) => void table.index("person_id"));
}

export async function down(database: Knex): Promise<void> {
  await database.schema.alterTable("mappe_invitations", (table) => void table.dropIndex("person_id"));
  await database.schema.alterTable("api_creations", (table) => void table.dropIndex("assessment_id"));
  await database.schema.alterTable("assessments", (table) => {
    table.dropIndex([], "assessments_check_key_hash_index");
    table.index("check_key_hash");
  });
}
