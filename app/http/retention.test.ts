import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Stores } from "../../db/index";
import { openLog } from "./log";
import { startRetention } from "./retention";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const log = openLog("silent");
const settings = { months: 12, peopleMonths: 6, graceDays: 30 };

/** Notes what is asked of the stores. */
function pretendStores() {
  const times = new Map<string, Date>();
  const asked: string[] = [];
  const owners: string[] = [];
  const answer = { removed: () => Promise.resolve(0) };
  const stores = {
    times: { find: (name: string) => Promise.resolve(times.get(name) ?? null), note: (name: string, at: Date) => Promise.resolve(void times.set(name, at)) }, // prettier-ignore
    assessments: {
      removeUntouchedSince: (date: Date) => (asked.push(`remove before ${date.toISOString().slice(0, 10)}`), answer.removed()),
      deleteRemovedBefore: (date: Date) => (asked.push(`delete before ${date.toISOString().slice(0, 10)}`), Promise.resolve(0)),
      findKept: (ids: string[]) => Promise.resolve(new Set(ids.filter((id) => id === "kept"))),
    },
    workshops: { closePast: () => Promise.resolve(0) },
    mappeAudit: {
      removeBefore: (date: Date) => (asked.push(`audit before ${date.toISOString().slice(0, 10)}`), Promise.resolve(0)),
    },
    mappen: { removeEmptyUntouchedSince: () => Promise.resolve(0) },
    evidenceFiles: {
      owners: () => Promise.resolve(owners),
      removeAll: (id: string) => Promise.resolve(void asked.push(`files of ${id}`)),
    },
    people: { forgetUntouchedSince: (date: Date) => (asked.push(`forget before ${date.toISOString().slice(0, 10)}`), Promise.resolve(0)) },
    checks: { forgetNamesBefore: (date: string) => (asked.push(`checkers before ${date}`), Promise.resolve(0)) },
  } as unknown as Pick<Stores, "assessments" | "checks" | "evidenceFiles" | "mappeAudit" | "mappen" | "people" | "times" | "workshops">;
  return { stores, asked, answer, owners };
}

describe("retention", () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z") }));
  afterEach(() => void vi.useRealTimers());

  it("runs at once and once a day until it is stopped", async () => {
    const { stores, asked } = pretendStores();
    const stop = startRetention(stores, settings, log);
    await vi.advanceTimersByTimeAsync(day);
    expect(asked).toEqual([
      ...["remove before 2025-11-21", "delete before 2026-10-22", "audit before 2026-05-21"],
      ...["forget before 2026-05-21", "checkers before 2026-05-21"],
      ...["remove before 2025-11-22", "delete before 2026-10-23", "audit before 2026-05-22"],
      ...["forget before 2026-05-22", "checkers before 2026-05-22"],
    ]);
    stop();
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(asked).toHaveLength(10);
  });

  it("takes the files of assessments that are there no more, and no others", async () => {
    const { stores, asked, owners } = pretendStores();
    owners.push("kept", "gone");
    const stop = startRetention(stores, settings, log);
    await vi.advanceTimersByTimeAsync(hour);
    stop();
    expect(asked.filter((one) => one.startsWith("files"))).toEqual(["files of gone"]);
  });

  it("is not run again by a start soon after", async () => {
    const { stores, asked } = pretendStores();
    for (let start = 0; start < 5; start += 1) {
      const stop = startRetention(stores, settings, log);
      await vi.advanceTimersByTimeAsync(hour / 2);
      stop();
    }
    expect(asked).toHaveLength(5);
  });

  it("goes on three days at most where the clock has jumped years ahead", async () => {
    const { stores, asked } = pretendStores();
    startRetention(stores, settings, log)();
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(new Date("2029-01-30T12:00:00Z"));
    startRetention(stores, settings, log)();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.slice(5)).toEqual([
      "remove before 2025-11-24",
      "delete before 2026-10-25",
      "audit before 2026-05-24",
      "forget before 2026-05-24",
      "checkers before 2026-05-24",
    ]);
  });

  it("says how many were removed, if any, and goes on after a failure", async () => {
    const { stores, answer } = pretendStores();
    const [info, error] = [vi.spyOn(log, "info"), vi.spyOn(log, "error")];
    const stop = startRetention(stores, settings, log);
    await vi.advanceTimersByTimeAsync(0);
    expect(info).not.toHaveBeenCalled();
    answer.removed = () => Promise.resolve(3);
    await vi.advanceTimersByTimeAsync(day);
    expect(info).toHaveBeenCalledExactlyOnceWith({ removed: 3, deleted: 0, forgotten: 0 }, expect.any(String));
    answer.removed = () => Promise.reject(new Error("database is locked"));
    await vi.advanceTimersByTimeAsync(day);
    expect(error).toHaveBeenCalledExactlyOnceWith({ error: "Error: database is locked" }, expect.any(String));
    stop();
  });
});
