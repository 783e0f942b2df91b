import type { Knex } from "knex";
import * as peers from "./0003-peers";

/** The anonymous comparison is gone: one person with five invented assessments could read the sixth's values. */
export async function up(database: Knex): Promise<void> {
  await peers.down(database);
}

/** Brings the tables back; what stood in them was deleted on purpose. */
export async function down(database: Knex): Promise<void> {
  await peers.up(database);
}
