import { describe, expect, it } from "vitest";
import { describeStatus, readMetrics, type Status } from "./describe-status";

const now = new Date("2026-11-26T12:00:00Z");
const metrics = readMetrics(
  [
    ...["# TYPE ki_pegel_requests_total counter", 'ki_pegel_requests_total{status="200"} 40'],
    ...['ki_pegel_requests_total{status="500"} 2', 'ki_pegel_requests_total{status="503"} 7'],
    ...['ki_pegel_events_total{event="job"} 3', 'ki_pegel_events_total{event="busy"} 7'],
    ...['ki_pegel_waiting{line="pages"} 1', 'ki_pegel_waiting{line="documents"} 5', 'ki_pegel_running{line="documents"} 2'],
    ...["ki_pegel_uptime_seconds 7300.5", "ki_pegel_resident_memory_bytes 2.097152e+8", ""],
  ].join("\n"),
);
const rows = { assessments: 12, answers: 300, rounds: 2, api_keys: 1, barrier_reports: 0 };
const status: Status = {
  versions: { program: "1.2.3", content: "abc", node: "v24.0.0" },
  database: { engine: "SQLite 3.46.0", bytes: 5 * 1024 ** 2, schema: "0012-rounds", rows, removed: 1, changed: 4 },
  times: { backup: new Date("2026-11-26T03:15:00Z"), retention: new Date("2026-11-25T12:00:00Z") },
  processes: [{ url: "http://127.0.0.1:3001", told: { ready: true, metrics } }],
};

describe("describeStatus", () => {
  it("puts figures in words, and tells what failed from what was refused", () => {
    const { text, concerns } = describeStatus(status, now);
    expect(concerns).toEqual([]);
    expect(text).toContain("SQLite 3.46.0, 5.0 MB, schema 0012-rounds");
    expect(text).toContain("last backup 2026-11-26 03:15 (9 h ago); last retention 2026-11-25 12:00 (24 h ago)");
    expect(text).toContain("up 2 h, 200.0 MB");
    expect(text).toContain("49 requests since its start, 2 of them failed; 3 jobs failed");
    expect(text).toContain("7 because all was full");
    expect(text).toContain("waiting: pages 1, documents 5");
  });

  it("names what somebody should look after", () => {
    const concerned = (change: Partial<Status>) => describeStatus({ ...status, ...change }, now).concerns;
    expect(concerned({ times: { backup: new Date("2026-11-25T05:59:00Z"), retention: null } })).toEqual([
      "The last backup is older than 30 hours.",
    ]);
    expect(concerned({ times: { backup: null, retention: null } })).toEqual(["There is no backup yet."]);
    expect(concerned({ processes: [{ url: "http://a", told: null }] })).toEqual(["http://a does not answer."]);
    const notReady = { url: "http://a", told: { ready: false, metrics: null } };
    expect(concerned({ processes: [notReady] })).toEqual([expect.stringMatching(/^http:\/\/a is not ready/)]);
  });
});
