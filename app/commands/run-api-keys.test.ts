import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStores, type Stores } from "../../db";
import { momentOf } from "../core/day";
import { auditedAsNothing } from "../core/mappe/audit";
import { findProgram } from "../http/access/api-access";
import { isApiKey } from "../http/access/keys";
import { runApiKeys, usage } from "./run-api-keys";

const at = (time: string) => momentOf(new Date(time), "UTC");
const now = at("2026-11-21T12:00:00Z");
let stores: Stores;
beforeEach(async () => {
  stores = await openStores("file::memory:");
});
afterEach(() => stores.close());

const run = (...args: string[]) => runApiKeys(args, stores.apiKeys, now);
const create = async (...more: string[]) => {
  const { stdout } = await run("create", "--name", "Fachverfahren", "--scopes", "score,reports", ...more);
  const [key = "", , sentence = ""] = stdout.split("\n");
  return { key, id: /key ([0-9a-f]{16})\./.exec(sentence)?.[1] ?? "" };
};

it("makes a key that is good for its scopes, and tells it once", async () => {
  const { key, id } = await create();
  expect(isApiKey(key)).toBe(true);
  const program = await findProgram(key, stores, now);
  expect(program?.keyId).toBe(id);
  const visitor = program?.wants(auditedAsNothing);
  expect([visitor?.may("score"), visitor?.may("reports"), visitor?.may("assessments:read")]).toEqual([true, true, false]);
  expect((await run("list")).stdout).not.toContain(key);
});

it("lists what there is, the oldest first", async () => {
  expect((await run("list")).stdout).toBe("There is no key.\n");
  const first = await create("--expires", "2026-12-31");
  const other = await runApiKeys(
    ["create", "--name", "a\u001b[31m", "--scopes", "score, score"],
    stores.apiKeys,
    at("2026-11-22T00:00:00Z"),
  );
  await findProgram(first.key, stores, now);
  const id = /key ([0-9a-f]{16})\./.exec(other.stdout)?.[1] ?? "";
  expect((await run("list")).stdout).toBe(
    [
      `${first.id}  Fachverfahren`,
      "  score, reports",
      "  good until 2026-12-31 · made 2026-11-21 · last used 2026-11-21",
      "",
      `${id}  a\\u001b[31m`,
      "  score",
      "  no end · made 2026-11-22 · last used never",
      "",
    ].join("\n"),
  );
  expect((await runApiKeys(["list"], stores.apiKeys, at("2027-01-01T00:00:00Z"))).stdout).toContain("expired 2026-12-31");
});

it("revokes a key at once and for good", async () => {
  const { key, id } = await create();
  expect(await run("revoke", id)).toEqual({ stdout: `${id} is revoked.\n`, stderr: "", code: 0 });
  expect(await findProgram(key, stores, now)).toBeNull();
  await runApiKeys(["revoke", id], stores.apiKeys, at("2026-12-01T00:00:00Z"));
  expect((await run("list")).stdout).toContain("revoked 2026-11-21");
  expect(await run("revoke", "0000")).toEqual({ stdout: "", stderr: "There is no key 0000.\n", code: 2 });
});

describe("is refused, with the usage,", () => {
  const name = ["--name", "N"];
  const scopes = ["--scopes", "score"];
  it.each<[reason: string, args: string[]]>([
    ["Say what to do: create, list or revoke.", []],
    ["Say what to do: create, list or revoke.", ["make"]],
    ["Say what to do: create, list or revoke.", ["revoke"]],
    ["Say what to do: create, list or revoke.", ["list", "all"]],
    ["Say what to do: create, list or revoke.", ["list", ...name]],
    ["Say what to do: create, list or revoke.", ["create", "x", ...name, ...scopes]],
    ["A key needs a name of at most 200 characters, so that you know it again.", ["create", ...scopes]],
    ["A key needs a name of at most 200 characters, so that you know it again.", ["create", "--name", " ", ...scopes]],
    ["A key needs a name of at most 200 characters, so that you know it again.", ["create", "--name", "x".repeat(201), ...scopes]],
    ['There is no scope "".', ["create", ...name]],
    ['There is no scope "all".', ["create", ...name, "--scopes", "score,all"]],
    ['"2026-02-30" is no day such as 2027-12-31.', ["create", ...name, ...scopes, "--expires", "2026-02-30"]],
    ["2026-11-20 is over.", ["create", ...name, ...scopes, "--expires", "2026-11-20"]],
    ["Unknown option '--scope'", ["create", ...name, "--scope", "score"]],
  ])("%s", async (reason, args) => {
    const { stdout, stderr, code } = await run(...args);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr.startsWith(reason), stderr).toBe(true);
    expect(stderr.endsWith(`\n\n${usage}`)).toBe(true);
    expect(await stores.apiKeys.list()).toEqual([]);
  });
});
