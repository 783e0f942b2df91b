import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashOf, newApiKey } from "../../app/http/access/keys";
import { openStores } from "../../db";
import { databaseIn, engine } from "../support/engine";
import { newProgram } from "./program";
import { startServer, type ServerProcess } from "./server-process";
import { newVisitor } from "./visitor";
import { followEvents, joinRoom, moveRoom, openRoom } from "./workshop-visitor";

let folder: string;
let servers: ServerProcess[];
let urls: [string, string];
/** Both at once, on a database that is still empty: one makes the tables, the other waits. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-two-"));
  const settings = { LOG_LEVEL: "silent", API_LIMIT_PER_KEY: "4" };
  const [one, other] = await Promise.all([startServer(folder, settings), startServer(folder, settings)]);
  [servers, urls] = [
    [one, other],
    [one.url, other.url],
  ];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end("SIGKILL")));
  rmSync(folder, { recursive: true });
});

it("what one process keeps, the other opens, and neither writes over the other", async () => {
  const [one, other] = urls.map((url) => newVisitor(url)) as [ReturnType<typeof newVisitor>, ReturnType<typeof newVisitor>];
  const id = await one.begin();
  const { edit } = await one.links(id);
  expect((await other.get(edit)).status).toBe(302);
  const answers = await Promise.all(
    ["strategy-goals", "strategy-backing", "skills-literacy", "ai-rules"].flatMap((item) =>
      [one, other].map((visitor, level) => visitor.saveAnswer(id, item, { choice: String(level + 1) })),
    ),
  );
  const results = (await Promise.all(answers.map((answer) => answer.json()))) as { saved: object; conflicts: object }[];
  expect(results.filter(({ saved }) => Object.keys(saved).length === 1)).toHaveLength(4);
  expect(results.filter(({ conflicts }) => Object.keys(conflicts).length === 1)).toHaveLength(4);
});

it("a workshop runs on both: whoever comes to the other joins, votes, and hears that the room has moved on", async () => {
  const owner = newVisitor(urls[0]);
  const { room, code } = await openRoom(owner, await owner.begin(), { which: "strategy" });
  const [here, there] = [await joinRoom(urls[0], code), await joinRoom(urls[1], code)];
  const { next, leave } = await followEvents(urls[1], there);
  expect(await next()).toBe("data: 0.0\n\n");
  await moveRoom(owner, room, "next");
  expect(await next()).toBe("data: 1.0\n\n");
  await there.vote("4");
  await here.vote("1");
  expect(await next(), "both have voted").toBe("data: 1.1\n\n");
  for (const visitor of [here, there]) expect(await visitor.visitor.text(visitor.place)).toContain("tally-count");
  expect(await owner.text(room)).toContain("tally-count");
  await moveRoom(owner, room, "end");
  expect(await next()).toContain("event: over");
  leave();
});

it("limits of the API hold for both together where the database is one that processes share", async () => {
  const key = newApiKey();
  const stores = await openStores(await databaseIn(folder));
  await stores.apiKeys.create({ name: "Test", scopes: ["score"], expiresOn: null }, hashOf(key), new Date());
  await stores.close();
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    const response = await newProgram(urls[count % 2] ?? "", key).get("/questionnaires");
    statuses.push(response.status);
  }
  // On SQLite each process counts for itself: it is for one.
  const refused = engine === "PostgreSQL" ? [429, 429] : [200, 200];
  expect(statuses).toEqual([200, 200, 200, 200, ...refused]);
});
