import { expect } from "vitest";
import { newVisitor } from "../http/visitor";
import { sharedApp, test } from "../support/shared-app";
import { runCommand } from "./command";

const app = sharedApp();

test("the operator makes a new link; the old ones open nothing any more, nor do browsers that hold them", async () => {
  const [owner, reader, again] = [newVisitor(app.url), newVisitor(app.url), newVisitor(app.url)];
  const id = await owner.begin({ name: "Verlegte GmbH" });
  const { edit, read } = await owner.links(id);
  await reader.get(read);
  const statuses = () =>
    Promise.all([owner.get(`/assessments/${id}/strategy`), reader.get(`/assessments/${id}/report`)].map(async (one) => (await one).status));
  expect(await statuses()).toEqual([200, 200]);

  const { DATABASE_URL } = app.services.environment;
  const settings = { DATABASE_URL, PUBLIC_URL: "https://ki.example.org/reife/" };
  const { code, stdout, stderr } = await runCommand(["renew-links", id], settings);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^https:\/\/ki\.example\.org\/reife\/open\/[\w-]{43}\n$/);

  expect(await statuses()).toEqual([404, 404]);
  for (const link of [edit, read]) expect((await newVisitor(app.url).get(link)).status).toBe(404);
  await again.get(stdout.slice(stdout.indexOf("/open/")).trim());
  expect((await again.saveAnswer(id, "strategy-goals", { choice: "3" })).status).toBe(200);
});

test.each([
  [["renew-links", "unknown"], 1, "There is no assessment with this id.\n"],
  [["renew-links"], 2, expect.stringContaining("Usage:")],
  [["renew-links", "--all"], 2, expect.stringContaining("Usage:")],
])("%j is refused", async (args, code, stderr) => {
  const { DATABASE_URL } = app.services.environment;
  expect(await runCommand(args, { DATABASE_URL })).toEqual({ code, stdout: "", stderr });
});
