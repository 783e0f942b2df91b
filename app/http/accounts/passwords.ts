import { hash, verify } from "@node-rs/argon2";
import { normalisedPassword } from "../../core/accounts/password-rule";
import { TooBusyError } from "../../jobs/pool";
import { newEditKey } from "../access/keys";

/** What OWASP asks for at least: argon2id, which is what the library makes, with 19 MiB and two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** So many are worked at beside one another, in threads that the database needs too. */
const places = 2;
const waiting = 40;

/** Hashes passwords and compares them, a few at a time, so that whoever tries many does not take the server's memory. */
export function openPasswords() {
  let running = 0;
  const line: (() => void)[] = [];
  // Compared where there is no account or no password, so that an answer takes as long.
  let nobodys: Promise<string> | null = null;

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (line.length >= waiting) throw new TooBusyError("Too many passwords wait to be compared.");
    if (running >= places) await new Promise<void>((resolve) => line.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    /** @throws TooBusyError where too many wait. */
    hash: (password: string): Promise<string> => inTurn(() => hash(normalisedPassword(password), cost)),

    /** @param stored null: there is none; it takes as long. @throws TooBusyError where too many wait. */
    async matches(stored: string | null, password: string): Promise<boolean> {
      nobodys ??= hash(newEditKey(), cost);
      const compared = stored ?? (await nobodys);
      return (await inTurn(() => verify(compared, normalisedPassword(password)))) && stored !== null;
    },
  };
}
