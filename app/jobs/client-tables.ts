import type { ClientTable } from "./client-table/read-client-table";
import type { Asking, Pool } from "./pool";
import type { Jobs } from "./worker";

/** Reads tables of many clients outside the process that answers requests: a workbook of a few kB may hold a million cells. */
export type ClientTables = {
  /** @throws what `Pool.run` throws. */
  read(bytes: Uint8Array, asking?: Asking): Promise<ClientTable>;
};

export const openClientTables = (pool: Pick<Pool<Jobs>, "run">): ClientTables => ({
  read: (bytes, asking) => pool.run("client-table", Uint8Array.from(bytes), asking),
});
