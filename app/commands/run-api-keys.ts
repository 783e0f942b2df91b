import { parseArgs } from "node:util";
import { z } from "zod";
import { apiScopeSchema, apiScopes, type ApiKeyStore, type ApiScope, type StoredApiKey } from "../../db/api-keys";
import type { Moment } from "../core/day";
import { hashOf, newApiKey } from "../http/access/keys";
import { forTerminal } from "./for-terminal";
import type { CommandResult } from "./run-assess";

export const usage = `Usage: npm run --silent api-keys -- <what>

  create --name "…" --scopes SCOPES [--expires DAY]   makes a key and prints it, once
  list                                                all keys, without the keys themselves
  revoke ID                                           from now on the key opens nothing, nor do the links of what it made

  SCOPES are ${apiScopes.join(", ")}, with commas between them.
  DAY is the last day on which the key is good, such as 2027-12-31, where the operator is.
`;

type Wish =
  | { what: "create"; name: string; scopes: ApiScope[]; expiresOn: string | null }
  | { what: "list" }
  | { what: "revoke"; id: string };

/** The `api-keys` command from its arguments to what it prints. */
export async function runApiKeys(args: string[], keys: ApiKeyStore, moment: Moment): Promise<CommandResult> {
  let wish: Wish;
  try {
    wish = readArguments(args, moment.today);
  } catch (error) {
    return refused(`${forTerminal((error as Error).message)}\n\n${usage}`);
  }
  if (wish.what === "list") return answered(describeKeys(await keys.list(), moment.today));
  if (wish.what === "revoke")
    return (await keys.revoke(wish.id, moment.now))
      ? answered(`${wish.id} is revoked.\n`)
      : refused(`There is no key ${forTerminal(wish.id)}.\n`);
  const key = newApiKey();
  const id = await keys.create(wish, hashOf(key), moment.now);
  return answered(`${key}\n\nThis is the key ${id}. It is shown only now; only its hash is stored.\n`);
}

/** @throws with what is wrong. */
function readArguments(args: string[], today: string): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: "string" }, scopes: { type: "string" }, expires: { type: "string" } },
  });
  const [what, ...others] = positionals;
  const options = Object.keys(values).length;
  if (what === "list" && others.length === 0 && options === 0) return { what };
  if (what === "revoke" && others[0] !== undefined && others.length === 1 && options === 0) return { what, id: others[0] };
  if (what !== "create" || others.length > 0) throw new Error("Say what to do: create, list or revoke.");

  const name = values.name?.trim() ?? "";
  if (name === "" || name.length > 200) throw new Error("A key needs a name of at most 200 characters, so that you know it again.");
  const scopes = (values.scopes ?? "").split(",").map((scope) => {
    const known = apiScopeSchema.safeParse(scope.trim()).data;
    if (!known) throw new Error(`There is no scope "${scope.trim()}".`);
    return known;
  });
  const expiresOn = values.expires ?? null;
  if (expiresOn !== null && !z.iso.date().safeParse(expiresOn).success) throw new Error(`"${expiresOn}" is no day such as 2027-12-31.`);
  if (expiresOn !== null && expiresOn < today) throw new Error(`${expiresOn} is over.`);
  return { what, name, scopes: [...new Set(scopes)], expiresOn };
}

function describeKeys(keys: StoredApiKey[], today: string): string {
  if (keys.length === 0) return "There is no key.\n";
  return keys
    .map((key) => {
      const facts = [stateOf(key, today), `made ${key.createdAt.slice(0, 10)}`, `last used ${key.lastUsedOn ?? "never"}`];
      return `${key.id}  ${forTerminal(key.name)}\n  ${key.scopes.join(", ")}\n  ${facts.join(" · ")}\n`;
    })
    .join("\n");
}

function stateOf({ revokedAt, expiresOn }: StoredApiKey, today: string): string {
  if (revokedAt !== null) return `revoked ${revokedAt.slice(0, 10)}`;
  if (expiresOn === null) return "no end";
  return expiresOn < today ? `expired ${expiresOn}` : `good until ${expiresOn}`;
}

const answered = (stdout: string): CommandResult => ({ stdout, stderr: "", code: 0 });
const refused = (stderr: string): CommandResult => ({ stdout: "", stderr, code: 2 });
