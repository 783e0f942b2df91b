import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Typed } from "../forms/part";
import { createSaveQueue, type Reply, type SentPart } from "./save-queue";

/** A server whose replies the test gives, one request at a time. */
function setUp(seen: Record<string, string> = {}) {
  const requests: { parts: SentPart[]; reply: (reply: Reply) => void }[] = [];
  const settled: Record<string, Typed>[] = [];
  let answered = 0;
  const stored = new Map(Object.entries(seen).map(([part, tag]) => [part, { seen: tag, typed: { [part]: "" } }]));
  const queue = createSaveQueue({
    stored,
    send: (parts) => new Promise((reply) => requests.push({ parts, reply })),
    onChange: (now) => Object.keys(now).length > 0 && settled.push(now),
    onAnswered: () => (answered += 1),
  });
  const reply = async (index: number, to: Reply) => {
    requests[index]?.reply(to);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    queue,
    requests,
    settled,
    reply,
    put: (part: string, text: string, pause = 0) => queue.put(part, { [part]: text }, pause),
    answered: () => answered,
    sent: () => requests.map(({ parts }) => parts.map(({ part, typed, seen: tag }) => [part, typed[part], tag])),
    saved: (index: number, tags: Record<string, string>) => reply(index, result({ saved: tags })),
  };
}
const result = (given: Partial<Extract<Reply, { kind: "result" }>["result"]>): Reply => ({
  kind: "result",
  result: { saved: {}, conflicts: {}, errors: {}, ...given },
});
const away: Reply = { kind: "away" };
const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says "saved" once the server has acknowledged everything, and not before', async () => {
  const { put, queue, saved, sent, answered } = setUp({ a: "A0", b: "B0" });
  expect(queue.state()).toEqual({ kind: "idle" });
  put("a", "1", 400);
  put("b", "2", 400);
  expect(queue.state()).toEqual({ kind: "unsaved" });
  await tick(400);
  expect(queue.state()).toEqual({ kind: "saving" });
  await saved(0, { a: "A1", b: "B1" });
  expect(queue.state()).toEqual({ kind: "saved" });
  expect(sent()).toEqual([[["a", "1", "A0"], ["b", "2", "B0"]]]); // prettier-ignore
  expect(answered()).toBe(1);
});

it("sends one request at a time, and of several states only the latest, from the tag of what is stored", async () => {
  const { put, queue, saved, sent, settled } = setUp({ a: "A0" });
  put("a", "1");
  await tick();
  for (const text of ["2", "3", "4"]) put("a", text);
  await tick();
  expect(sent()).toHaveLength(1);
  await saved(0, { a: "A1" });
  expect(queue.state(), "the newer one is under way").toEqual({ kind: "saving" });
  expect(settled).toEqual([]);
  await saved(1, { a: "A4" });
  expect(sent()).toEqual([[["a", "1", "A0"]], [["a", "4", "A1"]]]);
  expect(settled).toEqual([{ a: { a: "4" } }]);
});

it("tries again while the server is away, at growing distances, and keeps what was typed", async () => {
  const { put, queue, requests, reply, saved, sent } = setUp({ a: "A0" });
  put("a", "1");
  await tick();
  for (const [index, seconds] of [1, 2, 4, 8, 15, 30, 30].entries()) {
    await reply(index, away);
    expect(queue.state()).toEqual({ kind: "away", seconds });
    await tick(seconds * 1000 - 1);
    expect(requests).toHaveLength(index + 1);
    await tick(1);
    expect(requests).toHaveLength(index + 2);
  }
  await saved(7, { a: "A1" });
  expect(queue.state()).toEqual({ kind: "saved" });
  expect(new Set(sent().map((parts) => JSON.stringify(parts)))).toEqual(new Set(['[["a","1","A0"]]']));
  put("a", "2");
  await tick();
  await reply(8, away);
  expect(queue.state(), "a success starts the distances anew").toEqual({ kind: "away", seconds: 1 });
});

it("tells the server what it has sent before without hearing back", async () => {
  const { put, requests, reply, saved } = setUp({ a: "A0" });
  put("a", "1");
  await tick();
  await reply(0, away);
  put("a", "2");
  await tick();
  expect(requests[1]?.parts[0]).toMatchObject({ typed: { a: "2" }, tried: [{ a: "1" }] });
  await saved(1, { a: "A2" });
  put("a", "3");
  await tick();
  expect(requests[2]?.parts[0]).toMatchObject({ tried: [] });
});

it("sends nothing where what was typed is what is stored, unless something else was sent meanwhile", async () => {
  const { put, queue, requests, reply } = setUp({ a: "A0" });
  put("a", "1", 400);
  put("a", "", 400);
  expect(queue.unstored.size).toBe(0);
  put("a", "1");
  await tick();
  await reply(0, away);
  put("a", "");
  await tick();
  expect(requests[1]?.parts[0]).toMatchObject({ typed: { a: "" }, tried: [{ a: "1" }] });
});

it("waits with what is wrong until it is typed anew, and with what is contested until somebody decides", async () => {
  const { put, queue, reply, sent, saved, answered } = setUp({ a: "A0", b: "B0", c: "C0" });
  for (const part of ["a", "b", "c"]) put(part, "1");
  await tick();
  await reply(0, result({ saved: { c: "C1" }, errors: { a: "too long" }, conflicts: { b: { seen: "B9", typed: { b: "9" } } } }));
  expect(queue.state()).toEqual({ kind: "conflict" });
  expect(queue.unstored.get("a")).toMatchObject({ errors: { a: "too long" } });
  expect(queue.unstored.get("b")).toMatchObject({ newer: { b: "9" } });
  expect(answered()).toBe(1);
  put("b", "2");
  await tick();
  expect(sent()[1], "typing decides nothing").toEqual([]);
  await reply(1, result({}));
  queue.keepMine("b");
  await tick();
  expect(sent()[2]).toEqual([["b", "2", "B9"]]);
  await saved(2, { b: "B2" });
  expect(queue.state()).toEqual({ kind: "incomplete" });
  put("a", "2");
  await tick();
  await saved(3, { a: "A2" });
  expect(queue.state()).toEqual({ kind: "saved" });
});

it("gives one's own up where the newer value is kept", async () => {
  const { put, queue, reply, settled } = setUp({ a: "A0" });
  put("a", "1");
  await tick();
  await reply(0, result({ conflicts: { a: { seen: "A9", typed: { a: "9" } } } }));
  queue.drop("a");
  expect(queue.state()).toEqual({ kind: "saved" });
  expect(queue.tagOf("a")).toBe("A9");
  expect(settled).toEqual([{ a: { a: "1" } }]);
});

it.each<[string, Reply, string]>([
  ["an answer that says nothing of what was sent", result({}), "foreign"],
  ["an answer about something else", result({ saved: { b: "B1" }, errors: { b: "wrong" } }), "foreign"],
  ["something else in the server's place", { kind: "foreign" }, "foreign"],
  ["a refusal", { kind: "denied" }, "denied"],
  ["the assessment is gone", { kind: "gone" }, "gone"],
])("takes %s for no receipt", async (_what, reply, kind) => {
  const { put, queue, reply: give, answered } = setUp({ a: "A0" });
  put("a", "1");
  await tick();
  await give(0, reply);
  expect(queue.state()).toMatchObject({ kind });
  expect(queue.unstored.get("a")?.typed).toEqual({ a: "1" });
  expect(answered()).toBe(0);
});

it("asks the server also where nothing is to be sent, for whoever wants to go on", async () => {
  const { queue, requests, reply, answered } = setUp({ a: "A0" });
  void queue.send();
  await reply(0, away);
  expect([queue.state().kind, answered()]).toEqual(["away", 0]);
  await tick(1000);
  await reply(1, result({}));
  expect([requests.length, answered()]).toEqual([2, 1]);
});
