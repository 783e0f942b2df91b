import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("api_keys", (table) => {
    table.comment("Who may use the API. A key itself is stored nowhere.");
    table.string("id", 32).primary().comment("64 random bits, hexadecimal: what the operator calls the key by");
    table.string("name", 200).notNullable().comment("the operator's word for whoever holds the key");
    table.string("key_hash", 64).notNullable().unique().comment("SHA-256 of the key");
    table.string("link_salt", 64).notNullable().comment("random; links for people need both this and the key");
    table.text("scopes").notNullable().comment("JSON, see apiScopes");
    table.string("expires_on", 10).nullable().comment("last day on which the key is good, UTC; null: no end");
    table.string("created_at", 24).notNullable();
    table.string("last_used_on", 10).nullable().comment("a day, UTC, so that it tells no working hours");
    table.string("revoked_at", 24).nullable();
  });
  await database.schema.createTable("api_assessments", (table) => {
    table.comment("Assessments made over the API, and the key each belongs to.");
    table.string("assessment_id", 32).primary().references("assessments.id").onDelete("CASCADE");
    table.string("api_key_id", 32).notNullable().references("api_keys.id");
    table.string("created_at", 24).notNullable().comment("same as the assessment's; lists go by it");
    table.index(["api_key_id", "created_at", "assessment_id"]);
  });
  await database.schema.createTable("api_creations", (table) => {
    table.comment("Creations that named an Idempotency-Key, kept for a day so that a repeated request makes nothing twice.");
    table.string("api_key_id", 32).notNullable().references("api_keys.id");
    table.string("idempotency_hash", 64).notNullable().comment("HMAC-SHA256 of the Idempotency-Key under the API key");
    table.string("body_hash", 64).notNullable().comment("HMAC-SHA256 of the body under the API key: guesses cannot be checked without it");
    table.string("assessment_id", 32).nullable().references("assessments.id").onDelete("SET NULL").comment("null: deleted since");
    table.string("created_at", 24).notNullable().index();
    table.primary(["api_key_id", "idempotency_hash"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["api_creations", "api_assessments", "api_keys"]) await database.schema.dropTable(table);
}
