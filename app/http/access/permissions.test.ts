import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "oxfmt";
import { expect, it } from "vitest";
import routes from "../../routes";
import { apiOperations } from "../api/operations";
import {
  accountPermissions,
  mappePermissions,
  operationAudit,
  operationPermissions,
  pageNameOf,
  pagePermissions,
  roles,
  savedFiles,
  type Permission,
} from "./permissions";

const names = routes.map(({ id, file }) => pageNameOf(id ?? file));

it("has a line for every route, and no line without one", () => {
  expect([...new Set(names)].sort()).toEqual(Object.keys(pagePermissions).sort());
});

it("says of every page of a Mappe who may do what in it", () => {
  const ofMappen = routes.filter(({ path = "" }) => path.includes("mappen/:id")).map(({ id, file }) => pageNameOf(id ?? file));
  expect([...new Set(ofMappen)].sort()).toEqual(Object.keys(mappePermissions).sort());
});

it("says of every page and every operation on a Mappe what its audit tells of it", () => {
  for (const [name, permission] of Object.entries(mappePermissions)) expect(permission, name).toHaveProperty("audit");
  const onMappen = apiOperations.filter(({ path }) => path.startsWith("/mappen/{id}")).map(({ id }) => id);
  expect(Object.keys(operationAudit).sort()).toEqual(onMappen.sort());
});

it("knows every page whose answer is a file with something of an assessment", () => {
  const isFile = (file: string) => readFileSync(join("app", file), "utf8").includes("fileRoute(");
  const ofAssessments = routes.filter(({ path = "", file }) => path.includes("assessments/:id") && isFile(file));
  const names = [...new Set(ofAssessments.map(({ id, file }) => pageNameOf(id ?? file)))];
  expect([...names, "mappe.batch-file"].sort()).toEqual([...savedFiles].sort());
});

it("says of every page about accounts who gets at it", () => {
  const isOfAccounts = (path = "") => /^(en\/)?(account|sign-in|sign-up|reset|invitation)(\/|$)/.test(path);
  const ofAccounts = routes.filter(({ path }) => isOfAccounts(path)).map(({ id, file }) => pageNameOf(id ?? file));
  expect([...new Set(ofAccounts)].sort()).toEqual(Object.keys(accountPermissions).sort());
});

it("has a line for every operation of the API, and no line without one", () => {
  expect(apiOperations.map(({ id }) => id).sort()).toEqual(Object.keys(operationPermissions).sort());
});

it("lets nobody but its own people at what is behind an id or a key", () => {
  for (const { id, path = "", file } of routes) {
    if (!/:(id|key|person|workshop|participant|code)\b/.test(path)) continue;
    const { rights, foreign }: Permission = pagePermissions[pageNameOf(id ?? file) as keyof typeof pagePermissions];
    expect([rights.stranger, rights.apiKey, foreign], path).toEqual(["nothing", "nothing", 404]);
  }
});

it("gives a key to the API what the operation asks of it, and nobody without one anything of it", () => {
  for (const { id, scope, path } of apiOperations) {
    const { rights, foreign }: Permission = operationPermissions[id];
    expect(rights.stranger, id).toBe(scope === null ? "read" : "nothing");
    expect(rights.apiKey, id).toBe(scope?.endsWith(":write") ? "write" : "read");
    expect(foreign, id).toBe(scope !== null && path.includes("{id}") ? 404 : null);
  }
});

/** The table for people. `npx vitest run --project unit app/http/access/permissions -u` writes it anew. */
it("stands in docs/permissions.md as it is in the code", async () => {
  await expect(await toMarkdown()).toMatchFileSnapshot("../../../docs/permissions.md");
});

async function toMarkdown(): Promise<string> {
  const head = (first: string) => `| ${first} | ${roles.join(" | ")} | foreign |\n| --- |${" --- |".repeat(roles.length + 1)}`;
  const cells = ({ rights, foreign }: Permission) =>
    [...roles.map((role) => (rights[role] === "nothing" ? "–" : rights[role])), foreign ?? ""].join(" | ");
  const pages = Object.entries(pagePermissions).map(([name, permission]) => {
    const { path = "", index } = routes.find(({ id, file }) => pageNameOf(id ?? file) === name) ?? {};
    return `| ${name === "examples" ? "`/dev/examples`" : `\`/${index ? "" : path}\``} | ${cells(permission)} |`;
  });
  const mappen = Object.entries(mappePermissions).map(([name, rights]) => {
    const { path = "" } = routes.find(({ id, file }) => pageNameOf(id ?? file) === name) ?? {};
    return `| \`/${path}\` | ${rights.mappeOwner} | ${rights.mappeEditor} | ${rights.mappeViewer} | ${rights.audit ?? ""} |`;
  });
  const accounts = Object.entries(accountPermissions).map(([name, rights]) => {
    const { path = "" } = routes.find(({ id, file }) => pageNameOf(id ?? file) === name) ?? {};
    const out = rights.signedOut === "signIn" ? "to sign-in" : rights.signedOut;
    return `| \`/${path}\` | ${rights.signedIn}${"isConfirmed" in rights ? ", once confirmed" : ""} | ${out} |`;
  });
  const operations = apiOperations.map(
    ({ id, method, path }) => `| \`${method.toUpperCase()} ${path}\` | ${cells(operationPermissions[id])} |`,
  );
  const text = `# Who may do what

Written by \`app/http/access/permissions.test.ts\` from [\`app/http/access/permissions.ts\`](../app/http/access/permissions.ts), which says what the roles and
the words mean. Pages stand once, with their German address; the English one is the same below \`/en\`.

- **write**: sees it and changes it. **read**: sees it; whatever is sent is refused.
- **refused**: is told that it is not for them (403). **–**: is answered as if there were nothing: 404 on pages, 401 from the API.
- **foreign**: how somebody is answered whose key is for something else; empty where the address names nothing that belongs to anybody.

## Pages and files

${head("address")}
${pages.join("\n")}

## Mappen, by the link to the Mappe

An assessment in a Mappe opens to its people as far as the owner of the assessment shares it. **Edit**, to owner and editor: like its
owner, but for handing on, renewing links, deleting and leaving Mappen (refused). **Read**, and to a viewer always: like a reader.
**Ring**: not at all. Whoever holds no link to the Mappe is answered as if there were none (404).

**Audit**: what the Mappe's audit says of whoever has come, once an hour; what is done there, it is told with the change.

| address | owner | editor | viewer | audit |
| --- | --- | --- | --- | --- |
${mappen.join("\n")}

## Accounts, where the operator wants them

Each page shows the account of whoever is signed in; no address names one. **Once confirmed**: after they have proved within the last
quarter of an hour who they are. What an account opens is decided by the keys in it, as for a browser.

| address | signed in | signed out |
| --- | --- | --- |
${accounts.join("\n")}

## API, below \`/api/v1\`

${head("operation")}
${operations.join("\n")}
`;
  return (await format("table.md", text, { printWidth: 140 })).code;
}
