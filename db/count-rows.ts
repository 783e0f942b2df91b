import type { Knex } from "knex";

/** How many rows a query finds. PostgreSQL tells it as text. */
export async function countRows(query: Knex.QueryBuilder): Promise<number> {
  const row = await query.count<{ count: number | string }[]>({ count: "*" }).first();
  return Number(row?.count ?? 0);
}
