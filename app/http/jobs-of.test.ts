import { describe, expect, it, vi } from "vitest";
import { JobLimitError, OwnShareError, TooBusyError } from "../jobs/pool";
import { nobody } from "../jobs/waiting-line";
import { jobsOf } from "./jobs-of";

/** Asks for a job that ends with this error. @returns how often it counts as failed, and what the visitor is told. */
async function askWith(error: Error, aborted = false) {
  const failed = vi.fn();
  const leaving = new AbortController();
  if (aborted) leaving.abort();
  const reading = { read: () => Promise.reject(error) };
  const jobs = { reports: {}, documents: {}, pictures: reading, saveFiles: reading } as unknown as Parameters<typeof jobsOf>[0];
  const stay = { outside: <Result>(work: Promise<Result>) => work, leave: () => undefined };
  const account = { owner: nobody, signal: leaving.signal, stay };
  const own = jobsOf(jobs, account, (code) => code, failed);
  const told = await own.pictures.read(new Uint8Array()).catch((reason: unknown) => reason);
  return { failed: failed.mock.calls.length, told };
}

describe("a job that gives nothing", () => {
  it("has failed where it was begun and somebody still waits", async () => {
    const error = new Error("The process of a job ended.");
    expect(await askWith(error)).toEqual({ failed: 1, told: error });
    expect(await askWith(new JobLimitError("too long"))).toEqual({ failed: 1, told: "busy" });
  });

  it("has not where it was turned away, or its visitor has left", async () => {
    expect(await askWith(new TooBusyError("full"))).toEqual({ failed: 0, told: "busy" });
    expect(await askWith(new OwnShareError("full"))).toEqual({ failed: 0, told: "too-many" });
    expect((await askWith(new Error("left"), true)).failed).toBe(0);
  });
});
