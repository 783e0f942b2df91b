import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from "rate-limiter-flexible";
import { isSqlite, type Database } from "./connection";

const minute = 60_000;

/** Counts that several processes share where the database is one that several processes use; else they stay in memory. */
export function rateLimitStore(database: Database) {
  // Who has asked is nobody's business once the window is over. What cannot be deleted now is deleted a minute later.
  const forget = () =>
    database("rate_limits")
      .where("expire", "<", Date.now())
      .delete()
      .catch(() => undefined);
  const timer = isSqlite(database) ? null : setInterval(() => void forget(), minute).unref();
  return {
    /** @param points that may be spent in `seconds`. */
    limiter(name: string, points: number, seconds: number): RateLimiterAbstract {
      const options = { keyPrefix: name, points, duration: seconds };
      if (isSqlite(database)) return new RateLimiterMemory(options);
      const shared = { storeClient: database, storeType: "knex", tableName: "rate_limits", tableCreated: true };
      return new RateLimiterPostgres({ ...options, ...shared, clearExpiredByTimeout: false });
    },
    stop: () => clearInterval(timer ?? undefined),
  };
}
