import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { dimensionIds } from "../../app/core/vocabulary";
import { startServer, type ServerProcess } from "./server-process";
import { newVisitor, type Visitor } from "./visitor";

const rounds = 4;
const savedSchema = z.object({ status: z.literal("saved"), seen: z.string() });
const saveFileSchema = z.object({ answers: z.record(z.string(), z.object({ level: z.number(), note: z.string() })) });

/** Answer number `count` to a question: its level and note tell which one it is. */
const answerNumber = (count: number) => ({ level: count % 5, note: `Antwort ${count}` });

/** What one question has been answered: the number acknowledged last, its mark, and the number sent last. */
type Written = { acknowledged: number; seen: string | undefined; sent: number };

/** Answers one question again and again, as fast as the server acknowledges, until it is gone. */
async function keepAnswering(visitor: Visitor, id: string, item: string, written: Written): Promise<void> {
  for (;;) {
    written.sent += 1;
    const { level, note } = answerNumber(written.sent);
    const response = await visitor.saveAnswer(id, item, { choice: String(level), note }, written.seen).catch(() => null);
    const body: unknown = await response?.json().catch(() => null);
    if (!response || body === null || body === undefined) return;
    expect(response.status, JSON.stringify(body)).toBe(200);
    written.seen = savedSchema.parse(body).seen;
    written.acknowledged = written.sent;
  }
}

it("nothing acknowledged is lost when the server is killed while answers stream in", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-crash-"));
  let server: ServerProcess = await startServer(folder, { LOG_LEVEL: "silent" });
  onTestFinished(async () => {
    await server.end("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  let visitor = newVisitor(server.url);
  const id = await visitor.begin({ name: "Musterbau GmbH" });
  const [link, cookies] = [await visitor.links(id), [...visitor.cookies]];
  const pages = await Promise.all(dimensionIds.map((dimension) => visitor.text(`/assessments/${id}/${dimension}`)));
  const items = pages.flatMap((page) => [...page.matchAll(/<fieldset class="question" id="([\w-]+)"/g)].map(([, item = ""]) => item)).slice(0, 8);
  expect(items).toHaveLength(8);
  const written = new Map<string, Written>(items.map((item) => [item, { acknowledged: 0, seen: undefined, sent: 0 }]));

  for (let round = 1; round <= rounds; round += 1) {
    const streams = Promise.all([...written].map(([item, state]) => keepAnswering(visitor, id, item, state)));
    await pause(150 + 130 * round);
    await server.end("SIGKILL");
    await streams;

    server = await startServer(folder, { LOG_LEVEL: "silent" });
    visitor = newVisitor(server.url);
    for (const [name, value] of cookies) visitor.cookies.set(name, value);
    const { answers } = saveFileSchema.parse(await (await visitor.get(`/assessments/${id}/ki-pegel.json`)).json());
    for (const [item, state] of written) {
      expect(state.acknowledged, `round ${round} answered ${item}`).toBeGreaterThan(0);
      // The last one may have reached the disk without the word that it has; nothing else may be there.
      const possible = [answerNumber(state.acknowledged), answerNumber(state.sent)];
      expect(possible, `round ${round}, ${item}`).toContainEqual(answers[item]);
      const [page = ""] = new RegExp(`name="${item}\\.seen" value="[^"]+"|value="[^"]+" name="${item}\\.seen"`).exec(
        await visitor.text(`/assessments/${id}/${pageOf(item)}`),
      ) ?? [];
      state.seen = /value="([^"]+)"/.exec(page)?.[1];
      state.acknowledged = 0;
    }
  }
  expect((await newVisitor(server.url).get(link.edit)).status, "the link from before still opens it").toBe(302);

  function pageOf(item: string): string {
    return dimensionIds[pages.findIndex((page) => page.includes(`id="${item}"`))] ?? "";
  }
});
