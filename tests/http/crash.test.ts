import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { versionTag } from "../../app/core/assessment/answer";
import { startServer, type ServerProcess } from "./server-process";
import { answerNumber, keepAnswering, noProgress, type Progress } from "../support/answer-stream";
import { newVisitor } from "./visitor";
import { content } from "../support/content";

const rounds = 4;
const saveFileSchema = z.object({ answers: z.record(z.string(), z.object({ level: z.literal([0, 1, 2, 3, 4]), note: z.string() })) });

it("nothing acknowledged is lost when the server is killed while answers stream in", { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-crash-"));
  let server: ServerProcess = await startServer(folder, { LOG_LEVEL: "silent" });
  onTestFinished(async () => {
    await server.end("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  const { dimensions } = content.questionnaires.sme;
  const items = dimensions.flatMap((dimension) => dimension.items).slice(0, 8);
  const questions = new Map<string, Progress>(items.map((item) => [item.id, noProgress()]));

  let visitor = newVisitor(server.url);
  const id = await visitor.begin({ name: "Musterbau GmbH" });
  const { edit } = await visitor.links(id);

  for (let round = 1; round <= rounds; round += 1) {
    const streams = Promise.all(Array.from(questions, ([item, progress]) => keepAnswering(visitor, id, item, progress)));
    await vi.waitUntil(() => [...questions.values()].every(({ acknowledged }) => acknowledged !== null), { timeout: 30_000 });
    // Each round in another moment of writing.
    await pause(37 * round);
    expect(await server.end("SIGKILL"), "killed, not ended").toBeNull();
    await streams;

    server = await startServer(folder, { LOG_LEVEL: "silent" });
    visitor = newVisitor(server.url);
    expect((await visitor.get(edit)).status, "the link still opens it").toBe(302);
    const { answers } = saveFileSchema.parse(await (await visitor.get(`/assessments/${id}/ki-pegel.json`)).json());
    for (const [item, progress] of questions) {
      const stored = answers[item] ?? null;
      // The very last one may be on disk without word of it; nothing older than the last acknowledged one may.
      expect([progress.acknowledged ?? 0, progress.sent].map(answerNumber), `round ${round}, ${item}`).toContainEqual(stored);
      progress.seen = versionTag(stored);
      progress.acknowledged = null;
    }
  }
});
