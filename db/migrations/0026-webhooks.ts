import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("webhooks", (table) => {
    table.comment("Addresses that are told what happens in a Mappe. What signs is derived from a setting and the id, and stored nowhere.");
    table.string("id", 32).primary();
    table.string("mappe_id", 32).notNullable().references("mappen.id").onDelete("CASCADE").index();
    table.string("url", 500).notNullable();
    table.string("events", 200).notNullable().comment("JSON, see webhookEvents");
    table.string("created_at", 24).notNullable();
    table.integer("given_up").notNullable().defaultTo(0).comment("messages in a row that could not be delivered");
    table.string("switched_off_at", 24).nullable().comment("since when nothing is sent there any more");
  });
  await database.schema.createTable("webhook_messages", (table) => {
    table.comment("What a webhook is told and what became of it: written with the change that it tells of.");
    table.string("id", 32).primary().comment("the same at each try, so that a receiver takes a message once");
    table.string("webhook_id", 32).notNullable().references("webhooks.id").onDelete("CASCADE");
    table.string("event", 40).notNullable();
    table.string("assessment_id", 32).nullable();
    table.integer("round").nullable();
    table.string("created_at", 24).notNullable().index();
    table.integer("tries").notNullable().defaultTo(0);
    table.string("next_try_at", 24).nullable().index().comment("null once it is delivered or given up");
    table.string("sending_at", 24).nullable().comment("since when a process is about to send it");
    table.string("tried_at", 24).nullable().comment("when for the last time");
    table.integer("status").nullable().comment("HTTP status of the last answer; null where there was none");
    table.string("outcome", 16).nullable().comment("of the last try, see deliveryOutcomes");
    table.index(["webhook_id", "created_at"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["webhook_messages", "webhooks"]) await database.schema.dropTable(table);
}
