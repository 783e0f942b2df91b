const noSpace = "There is no room left on the disk of the database.";

/** What knex says, in more words, where the database has been changed by a version that this one does not know. */
const newerSchema = /migration directory is corrupt, the following files are missing: (.+)/;

/** By the beginning of what the database or the system says. */
const sentences: [said: RegExp, sentence: (place: string) => string][] = [
  [/SQLITE_(NOTADB|CORRUPT)/, (place) => `The file of the database is damaged, or is no database: ${place}. Bring back a backup of it.`],
  [/SQLITE_READONLY|EROFS/, (place) => `The database can be read but not written: ${place}. Check the rights of file and folder.`],
  [/SQLITE_CANTOPEN|EISDIR/, (place) => `The database cannot be opened: ${place}. Check whether the folder is there, and the rights of both.`],
  [/SQLITE_FULL|SQLITE_IOERR|ENOSPC/, (place) => `${noSpace} Or it cannot be written for another reason: ${place}.`],
  [/EACCES|EPERM/, (place) => `The folder of the database may not be used: ${place}. Check its owner and its rights.`],
  [/ENOENT|ENOTDIR/, (place) => `The folder of the database cannot be made: ${place}. Check DATA_DIR or DATABASE_URL.`],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH/, (place) => `The database server does not answer: ${place}. Is it running, and is DATABASE_URL right?`],
  [/password authentication failed|no pg_hba\.conf entry/, (place) => `The database server does not let us in: ${place}. Check user and password in DATABASE_URL.`],
  [/database ".*" does not exist/, (place) => `There is no such database on the server: ${place}. Create it first.`],
]; // prettier-ignore

/**
 * A fault at the start, in one sentence for the operator that says what to do. The last line of what the system said stands
 * behind it only where there is no sentence for it.
 * @param url of the database; what it says of user and password is left out.
 */
export function explainFault(error: unknown, url: string): Error {
  const { name, message, code } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { name: "", message: String(error), code: "" };
  const newer = newerSchema.exec(message)?.[1];
  if (newer !== undefined)
    return new Error(
      `The database was changed by a newer version of KI-Pegel (${newer}). Start that version, or bring back a backup from before.`,
    );
  const said = `${code ?? ""} ${message}`;
  const sentence = sentences.find(([pattern]) => pattern.test(said))?.[1];
  // Knex calls it a lock, too, where it could not take one for another reason.
  if (sentence) return new Error(sentence(placeOf(url)), { cause: error });
  if (/MigrationLocked/.test(name) || /Migration table is already locked/.test(message))
    return new Error(
      "An earlier start ended while it was changing the tables, and left its lock behind. Where no other process is just starting: npm run unlock.",
    );
  return error instanceof Error ? error : new Error(said);
}

/** What SQLite, PostgreSQL, their drivers and the system say where the database is full, cannot be written or does not answer. */
const storageFault = new RegExp(
  [
    ...[
      "SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|NOMEM)",
      "ENOSPC|EIO|EROFS|EDQUOT",
      "ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND",
    ],
    // Classes of PostgreSQL's: connection, resources, operator's intervention, system; and a server that only reads.
    ...["^(08|53|57|58)[0-9A-Z]{3} ", "^25006 ", "Connection terminated", "timeout exceeded when trying to connect", "KnexTimeoutError"],
  ].join("|"),
);

/**
 * Why the database can keep nothing right now, where something failed for that and not because of what was asked of it.
 * @returns what the database or the system calls it, without a word of what was to be kept; null where it is no such fault.
 */
export function storageFaultOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code = "", name, message } = error as NodeJS.ErrnoException;
  return storageFault.exec(`${code} ${name} ${message}`)?.[0].trim() ?? null;
}

function placeOf(url: string): string {
  if (url.startsWith("file:")) return url.slice("file:".length);
  const { host, pathname } = new URL(url);
  return host + pathname;
}
