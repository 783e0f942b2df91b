import type { Language, Track } from "../core/vocabulary";
import type { ClientTable } from "./client-table/read-client-table";
import type { Asking, Pool } from "./pool";
import type { Jobs } from "./worker";

/**
 * Reads and makes tables of many clients outside the process that answers requests: a workbook of a few kB may hold a million cells.
 * Both throw what `Pool.run` throws.
 */
export type ClientTables = {
  read(bytes: Uint8Array, asking?: Asking): Promise<ClientTable>;
  /** An empty one to fill in, as a workbook (XLSX). */
  template(track: Track, language: Language, asking?: Asking): Promise<Uint8Array>;
};

export const openClientTables = (pool: Pick<Pool<Jobs>, "run">): ClientTables => ({
  read: (bytes, asking) => pool.run("client-table", Uint8Array.from(bytes), asking),
  template: (track, language, asking) => pool.run("client-table-template", { track, language }, asking),
});
