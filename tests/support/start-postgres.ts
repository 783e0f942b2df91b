import type { TestProject } from "vitest/node";
import { openDatabase } from "../../db/connection";
import { administer, startPostgres } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the PostgreSQL server, and the database that all others begin as. */
    postgres: { url: string; template: string };
  }
}

/** One server for all tests of the project, with an empty database of today's schema to copy. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const template = "template_ki_pegel";
  try {
    await administer(server.url, (database) => database.raw("create database ??", [template]));
    await (await openDatabase(`${server.url}/${template}`)).destroy();
  } catch (error) {
    await server.stop();
    throw error;
  }
  provide("postgres", { url: server.url, template });
  return async () => {
    await untilNobodyIsConnected(server.url);
    await server.stop();
  };
}

/** The application that the files of a process share closes while this is already ending. */
async function untilNobodyIsConnected(url: string): Promise<void> {
  const others = "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await administer(url, (database) => database.raw<{ rows: { count: number }[] }>(others));
    if (rows[0]?.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
