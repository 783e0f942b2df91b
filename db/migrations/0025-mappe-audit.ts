import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("mappe_audit", (table) => {
    table.comment("Who saw, took away, changed and removed what in a Mappe: added to, never changed; it goes with the Mappe.");
    table.string("mappe_id", 32).notNullable().references("mappen.id").onDelete("CASCADE");
    table.string("id", 43).notNullable().comment("random; of what is seen: from who, what and the hour, so that it stands once");
    table.string("at", 24).notNullable();
    table.string("by", 16).notNullable().comment("see auditActors");
    table.string("by_id", 32).nullable().comment("of the person or the API key; the name stands there alone and goes with them");
    table.string("what", 32).notNullable().comment("see auditKinds");
    table.string("of", 32).notNullable().comment("id of the assessment or the person it befell; empty: the Mappe");
    table.string("detail", 16).nullable().comment("role, or what is shared");
    table.primary(["mappe_id", "id"]);
    table.index(["mappe_id", "at"]);
    table.index(["at"]);
  });
  for (const statement of isSqlite(database) ? forSqlite : forPostgres) await database.raw(statement);
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("mappe_audit");
  if (!isSqlite(database)) await database.raw("drop function refuse_change_of_audit()");
}

const isSqlite = (database: Knex) => (database.client as Knex.Client).config.client === "sqlite3";

/** Entries go with their time or their Mappe, and are never written over: not by us either. */
const forSqlite = [
  "create trigger mappe_audit_is_added_to before update on mappe_audit begin select raise(abort, 'The audit is only added to'); end",
];
const forPostgres = [
  `create function refuse_change_of_audit() returns trigger language plpgsql as
   $$ begin raise exception 'The audit is only added to'; end $$`,
  "create trigger mappe_audit_is_added_to before update on mappe_audit for each row execute function refuse_change_of_audit()",
];
