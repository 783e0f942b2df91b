import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("device_keys", (table) => {
    table.comment("Which assessments a browser opens. Nothing here opens anything without the secret in its cookie.");
    table.string("device_hash", 64).notNullable().comment("HMAC-SHA256 of the secret in the cookie");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("sealed_key", 128).notNullable().comment("key of the assessment, AES-256-GCM under a key that comes from the secret");
    table.string("kept_at", 24).notNullable();
    table.primary(["device_hash", "assessment_id"]);
  });
  await database.schema.createTable("rate_limits", (table) => {
    table.comment("Requests of the current minute, where several processes share a database; see rate-limiter-flexible.");
    table.string("key", 255).primary();
    table.integer("points").notNullable().defaultTo(0);
    table.bigInteger("expire").nullable().comment("milliseconds since 1970").index();
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("rate_limits");
  await database.schema.dropTable("device_keys");
}
