import { describe, expect, it, vi } from "vitest";
import { ownApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = ownApp();
const withToken = ownApp({ METRICS_TOKEN: "a-long-random-word" });

it("/healthz says that the process is alive, whatever the database does", async () => {
  const response = await newVisitor(app.url).get("/healthz");
  expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
});

/** As if the disk were full. */
async function whileNothingIsWritten<Result>(ask: () => Promise<Result>): Promise<Result> {
  const writing = vi.spyOn(withToken.services.stores.times, "note").mockRejectedValue(new Error("SQLITE_FULL"));
  try {
    return await ask();
  } finally {
    writing.mockRestore();
  }
}

describe("/readyz", () => {
  it("says that a write has reached the disk, and what waits", async () => {
    const response = await fetch(`${app.url}/readyz`);
    expect(response.status).toBe(200);
    const idle = { waiting: 0, running: 0 };
    expect(await response.json()).toEqual({
      ready: true,
      lastWrite: expect.stringMatching(/^\d{4}-/) as string,
      waiting: { pages: idle, calculations: idle, documents: idle, intake: idle },
    });
  });

  it("says no where a write does not, and yes again once it does", async () => {
    const full = await whileNothingIsWritten(() => fetch(`${withToken.url}/readyz`));
    expect([full.status, (await full.json()) as unknown]).toEqual([503, expect.objectContaining({ ready: false, lastWrite: null })]);
    expect((await fetch(`${withToken.url}/readyz`)).status).toBe(200);
  });
});

describe("/metrics", () => {
  it("count requests and what was refused, and tell of nobody", async () => {
    const visitor = newVisitor(app.url);
    const id = await visitor.begin({ name: "Erika Mustermann" });
    await visitor.get(`/open/${"A".repeat(43)}`);
    const text = await (await fetch(`${app.url}/metrics`)).text();
    expect(text).toMatch(/^ki_pegel_requests_total\{status="303"\} [1-9]/m);
    expect(text).toMatch(/^ki_pegel_events_total\{event="link"\} 1$/m);
    expect(text).toMatch(/^ki_pegel_waiting\{line="documents"\} 0$/m);
    expect(text).toMatch(/^ki_pegel_resident_memory_bytes [1-9]/m);
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(/^# TYPE ki_pegel_\w+ (gauge|counter|histogram)$|^ki_pegel_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+$/);
    for (const trace of [id, "Erika", "127.0.0.1", visitor.cookies.get("ki-pegel") ?? "?"]) expect(text).not.toContain(trace);
  });

  it("count a job that fails", async () => {
    const failing = vi.spyOn(app.services.saveFiles, "read").mockRejectedValueOnce(new Error("The process of a job ended."));
    expect((await newVisitor(app.url).load("{}")).status).toBe(500);
    failing.mockRestore();
    expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/^ki_pegel_events_total\{event="job"\} 1$/m);
  });

  it("are for whoever asks on this machine, not through a proxy; with a token for whoever brings it", async () => {
    expect((await fetch(`${app.url}/metrics`, { headers: { "X-Forwarded-For": "203.0.113.9" } })).status).toBe(404);
    expect((await fetch(`${withToken.url}/metrics`)).status).toBe(404);
    const ask = (token: string) => fetch(`${withToken.url}/metrics`, { headers: { Authorization: `Bearer ${token}`, "X-Forwarded-For": "203.0.113.9" } }); // prettier-ignore
    expect((await ask("another-long-word")).status).toBe(404);
    expect((await ask("a-long-random-word")).status).toBe(200);
  });
});
