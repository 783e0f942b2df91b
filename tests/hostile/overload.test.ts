import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { dimensionIds } from "../../app/core/vocabulary";
import { startServer, type ServerProcess } from "../http/server-process";
import { newVisitor } from "../http/visitor";
import { workersOf } from "../support/workers";
import { expectNothingOfInside, markedFile } from "./world";

/** With the limits that an operator has who sets none; behind a proxy, so that visitors come from addresses of their own. */
let server: ServerProcess;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-overload-"));
  server = await startServer(folder, { LOG_LEVEL: "warn", TRUST_PROXY: "1", VISITOR_SHARE: "25", DOWNLOADS_PER_ADDRESS: "30" });
});
afterAll(async () => {
  await server.end("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Somebody who comes from an address of their own, with an assessment. */
async function from(address: string, marker: string) {
  const visitor = newVisitor(server.url);
  const headers = { "X-Forwarded-For": address };
  const ask = (path: string, init: RequestInit = {}) =>
    visitor.send(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
  await ask("/start");
  const form = new FormData();
  form.set("file", new Blob([markedFile(marker)]), "ki-pegel.json");
  const loaded = await ask("/load", { method: "POST", body: form });
  const id = /\/assessments\/([\w-]{22})/.exec(loaded.headers.get("location") ?? "")?.[1];
  if (!id) throw new Error(`The save file was answered with ${loaded.status}`);
  return { marker, id, ask };
}

const { messages } = localeOf("de");
/** What each who is refused gets: words for people, and when to come again. */
async function expectRefusal(response: Response): Promise<void> {
  expect([429, 503]).toContain(response.status);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  const text = await response.text();
  expect(text).toContain(response.status === 429 ? messages.errors.tooManyTitle : messages.errors.busyTitle);
  expectNothingOfInside(text, "a refusal");
}
const weighted = (index: number) =>
  `weight-${dimensionIds[index % 8]}=${index % 3 === 0 ? "0" : "2"}&weight-${dimensionIds[(index >> 3) % 8]}=3`;

it(
  "many times more than it can do: what is answered is right, the rest is refused, and others hardly notice",
  { timeout: 180_000 },
  async () => {
    const flood = await from("192.0.2.1", "Flut");
    const other = await from("198.51.100.7", "Anderswer");
    await other.ask(`/assessments/${other.id}/report`);
    const leave = new AbortController();
    const counts = { right: 0, refused: 0 };
    const asked = Array.from({ length: 400 }, (_none, index) =>
      flood
        .ask(
          `/assessments/${flood.id}/${index % 4 === 0 ? `document?kind=csv&table=answers&${weighted(index)}` : `report?${weighted(index)}`}`,
          {
            signal: leave.signal,
          },
        )
        .then(async (response) => {
          if (response.status === 200) {
            expect(await response.text()).toContain("Flut");
            counts.right += 1;
          } else {
            await expectRefusal(response);
            counts.refused += 1;
          }
        })
        .catch((error: unknown) => {
          if (!leave.signal.aborted) throw error;
        }),
    );
    await pause(300);
    for (let times = 0; times < 10; times += 1) {
      const begun = performance.now();
      const page = await other.ask(times % 2 === 0 ? "/start" : `/assessments/${other.id}/report`);
      expect(page.status).toBe(200);
      if (times % 2 === 1) expect(await page.text()).toContain("Anderswer");
      // A page costs a few hundredths of a second; without the door it would wait for four hundred reports.
      expect(performance.now() - begun).toBeLessThan(5_000);
    }
    await expect.poll(() => counts.right > 0 && counts.refused > 200, { timeout: 60_000 }).toBe(true);
    leave.abort();
    await Promise.all(asked);
    expect((await other.ask(`/assessments/${other.id}/plan`)).status).toBe(200);
  },
);

it("more documents than an address may have in an hour are refused, and nobody else's", async () => {
  const greedy = await from("192.0.2.2", "Gierig");
  const other = await from("198.51.100.8", "Anderswer");
  const csv = (id: string) => `/assessments/${id}/document?kind=csv&table=answers`;
  const statuses: number[] = [];
  for (let times = 0; times < 33; times += 1) {
    const response = await greedy.ask(csv(greedy.id));
    statuses.push(response.status);
    if (response.status === 200) await response.arrayBuffer();
    else await expectRefusal(response);
  }
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([30, 429]);
  expect((await other.ask(csv(other.id))).status).toBe(200);
});

it("children that are killed at any moment take nothing with them", { timeout: 120_000 }, async () => {
  const visitor = await from("203.0.113.9", "Weiterhin");
  const statuses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const asked = visitor.ask(`/assessments/${visitor.id}/report?${weighted(turn * 9 + 1)}`).then(async (response) => {
      statuses.push(response.status);
      await response.arrayBuffer();
    });
    await pause(40 * turn);
    for (const pid of workersOf(server.pid))
      try {
        process.kill(pid, "SIGKILL");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    await asked;
  }
  // A job whose process is ended from outside is done again.
  expect(statuses).toEqual(Array.from(statuses, () => 200));
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const report = await visitor.ask(`/assessments/${visitor.id}/report`);
  expect([report.status, await report.text()]).toEqual([200, expect.stringContaining("Weiterhin")]);
});
