import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AssessmentStore } from "../../db/assessments";
import { openLog } from "./log";
import { startRetention } from "./retention";

describe("the daily removal", () => {
  const day = 24 * 60 * 60 * 1000;
  const log = openLog("silent");
  const asked: string[] = [];
  let answer: () => Promise<number>;
  const store = { removeUntouchedSince: (date: Date) => (asked.push(date.toISOString()), answer()) } as unknown as AssessmentStore;

  beforeEach(() => {
    asked.length = 0;
    answer = () => Promise.resolve(0);
    vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z") });
  });
  afterEach(() => void vi.useRealTimers());

  it("runs at once and every day until it is stopped", async () => {
    const stop = startRetention(store, 12, log);
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(asked).toEqual(["2025-11-21T12:00:00.000Z", "2025-11-22T12:00:00.000Z", "2025-11-23T12:00:00.000Z"]);
    stop();
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(asked).toHaveLength(3);
  });

  it("says how many were removed, if any, and goes on after a failure", async () => {
    const info = vi.spyOn(log, "info");
    const error = vi.spyOn(log, "error");
    const stop = startRetention(store, 12, log);
    await vi.advanceTimersByTimeAsync(0);
    expect(info).not.toHaveBeenCalled();

    answer = () => Promise.resolve(3);
    await vi.advanceTimersByTimeAsync(day);
    expect(info).toHaveBeenCalledExactlyOnceWith({ count: 3 }, expect.any(String));

    answer = () => Promise.reject(new Error("database is locked"));
    await vi.advanceTimersByTimeAsync(day);
    expect(error).toHaveBeenCalledExactlyOnceWith({ error: "Error: database is locked" }, expect.any(String));

    await vi.advanceTimersByTimeAsync(day);
    expect(asked).toHaveLength(4);
    stop();
  });
});
