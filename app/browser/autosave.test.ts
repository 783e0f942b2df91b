import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { emptyFields, type AnswerFields } from "../forms/answers/answer-fields";
import { createAutosave, type SaveResult, type SaveState } from "./autosave";

const level = (choice: string): AnswerFields => ({ ...emptyFields, choice });

/** A server whose answers the test gives, one request at a time. */
function setUp(seen: Record<string, string> = {}) {
  const requests: { item: string; seen: string; fields: AnswerFields; answer: (result: SaveResult) => void; fail: () => void }[] = [];
  const states: SaveState[] = [];
  const results: [string, SaveResult][] = [];
  const autosave = createAutosave({
    send: (item, mark, fields) =>
      new Promise((answer, reject) => requests.push({ item, seen: mark, fields, answer, fail: () => reject(new Error("no network")) })),
    seen,
    onState: (state) => states.push(state),
    onResult: (item, result) => results.push([item, result]),
  });
  const request = (index: number) => {
    const found = requests[index];
    if (!found) throw new Error(`There is no request ${index}`);
    return found;
  };
  return {
    autosave,
    requests,
    results,
    state: () => states.at(-1),
    answer: async (index: number, result: SaveResult) => {
      request(index).answer(result);
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (index: number) => {
      request(index).fail();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}
const saved = (seen: string): SaveResult => ({ status: "saved", seen });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says "saved" once the server has acknowledged everything, and not before', async () => {
  const { autosave, state, answer, requests, results } = setUp();
  autosave.put("a", level("1"));
  autosave.put("b", level("2"));
  expect(state()).toEqual({ kind: "saving" });
  expect(autosave.pending()).toBe(true);
  await answer(0, saved("A"));
  expect(state()).toEqual({ kind: "saving" });
  await answer(1, saved("B"));
  expect(state()).toEqual({ kind: "saved" });
  expect(autosave.pending()).toBe(false);
  expect(requests.map(({ item }) => item)).toEqual(["a", "b"]);
  expect(results).toEqual([
    ["a", saved("A")],
    ["b", saved("B")],
  ]);
});

it("sends one answer at a time, and of several states only the latest", async () => {
  const { autosave, requests, answer } = setUp();
  autosave.put("a", level("1"));
  for (const choice of ["2", "3", "4"]) autosave.put("a", level(choice));
  expect(requests).toHaveLength(1);
  await answer(0, saved("A1"));
  expect(requests.map(({ fields }) => fields.choice)).toEqual(["1", "4"]);
});

it("names the answer it last saw stored", async () => {
  const { autosave, requests, answer } = setUp({ a: "start" });
  autosave.put("a", level("1"));
  await answer(0, saved("A1"));
  autosave.put("a", level("2"));
  await answer(1, { status: "conflict", seen: "theirs", stored: level("4") });
  autosave.put("a", level("2"));
  autosave.put("new", level("0"));
  await answer(2, saved("A2"));
  expect(requests.map(({ item, seen }) => [item, seen])).toEqual([
    ["a", "start"],
    ["a", "A1"],
    ["a", "theirs"],
    ["new", ""],
  ]);
});

it("tries again while the server is away, at growing distances, and keeps what was put", async () => {
  const { autosave, requests, state, answer, fail } = setUp();
  autosave.put("a", level("1"));
  for (const [index, seconds] of [1, 2, 4, 8, 15, 30, 30].entries()) {
    await fail(index);
    expect(state()).toEqual({ kind: "waiting", seconds });
    expect(autosave.pending()).toBe(true);
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(requests).toHaveLength(index + 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(index + 2);
  }
  await answer(7, saved("A"));
  expect(state()).toEqual({ kind: "saved" });
  expect(requests.every(({ item, fields }) => item === "a" && fields.choice === "1")).toBe(true);

  autosave.put("a", level("2"));
  await fail(8);
  expect(state(), "a success starts the distances anew").toEqual({ kind: "waiting", seconds: 1 });
});

it("tries at once when something new is put, and sends the new state of what failed", async () => {
  const { autosave, requests, fail, answer } = setUp();
  autosave.put("a", level("1"));
  autosave.put("a", level("2"));
  await fail(0);
  autosave.put("b", level("3"));
  expect(requests).toHaveLength(2);
  await answer(1, saved("A"));
  await answer(2, saved("B"));
  expect(requests.slice(1).map(({ item, fields }) => [item, fields.choice])).toEqual([
    ["a", "2"],
    ["b", "3"],
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(requests, "the old timer sends nothing twice").toHaveLength(3);
});

it.each<SaveResult>([
  { status: "conflict", seen: "theirs", stored: level("4") },
  { status: "refused", errors: { reason: "reason-missing" } },
  { status: "gone" },
])('does not say "saved" after $status, whatever else is saved, until that answer is put again', async (result) => {
  const { autosave, state, answer } = setUp();
  autosave.put("a", level("1"));
  autosave.put("b", level("1"));
  await answer(0, result);
  await answer(1, saved("B"));
  expect(state()).toEqual({ kind: result.status });
  autosave.put("b", level("2"));
  await answer(2, saved("B2"));
  expect(state()).toEqual({ kind: result.status });
  expect(await autosave.settled()).toBe(false);

  autosave.put("a", level("2"));
  await answer(3, saved("A"));
  expect(state()).toEqual({ kind: "saved" });
  expect(await autosave.settled()).toBe(true);
});

it("tells whoever waits how the attempt has ended", async () => {
  const { autosave, answer, fail } = setUp();
  expect(await autosave.settled(), "nothing was put").toBe(true);
  autosave.put("a", level("1"));
  const first = autosave.settled();
  await fail(0);
  expect(await first).toBe(false);
  expect(await autosave.settled(), "the answer still waits").toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  const second = autosave.settled();
  await answer(1, saved("A"));
  expect(await second).toBe(true);
});
