import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openEventStreams, type StreamLimits } from "./event-streams";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => void vi.useRealTimers());

const limits = { lookMilliseconds: 1_000, beatMilliseconds: 5_000, lifeMilliseconds: 20_000 };

/** A stream and what was read of it. */
function following(look: () => Promise<string | null>, more: StreamLimits = {}) {
  const streams = openEventStreams({ ...limits, ...more });
  const left = new AbortController();
  const response = streams.follow({ name: "room", look }, "address", left.signal);
  if (!response?.body) throw new Error("No stream was opened");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  let isOver = false;
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      said += value;
    }
    isOver = true;
  })();
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  return { streams, left, reader, response, pass, said: () => said, isOver: () => isOver };
}

it("says that something has changed, once, and ends when there is nothing to follow", async () => {
  let tag: string | null = "1";
  const { said, pass, isOver, streams, response } = following(() => Promise.resolve(tag));
  expect(response.headers.get("cache-control")).toContain("no-transform");
  await pass(2_500);
  expect(said()).toBe("data: 1\n\n");
  tag = "2";
  await pass(1_100);
  expect(said()).toBe("data: 1\n\ndata: 2\n\n");
  tag = null;
  await pass(1_100);
  expect(said()).toContain("event: over");
  expect([isOver(), streams.count()]).toEqual([true, 0]);
});

it("beats while nothing happens, outlives a database that does not answer, and ends after its time", async () => {
  let isDown = false;
  const { said, pass, streams } = following(() => (isDown ? Promise.reject(new Error("down")) : Promise.resolve("1")));
  await pass(1_000);
  isDown = true;
  await pass(8_000);
  expect(said()).toBe("data: 1\n\n:\n\n");
  expect(streams.count()).toBe(1);
  await pass(13_000);
  expect(streams.count()).toBe(0);
});

it("ends when the reader leaves, and when the server stops", async () => {
  const first = following(() => Promise.resolve("1"));
  first.left.abort();
  expect(first.streams.count()).toBe(0);
  const second = following(() => Promise.resolve("1"));
  second.streams.close();
  await second.pass(0);
  expect([second.streams.count(), second.isOver()]).toEqual([0, true]);
});

it("opens no more than there may be, of one address and in all", () => {
  const streams = openEventStreams({ ...limits, most: 3, perAddress: 2 });
  const follow = (address: string) =>
    streams.follow({ name: "room", look: () => Promise.resolve("1") }, address, new AbortController().signal) !== null;
  expect([follow("a"), follow("a"), follow("a"), follow("b"), follow("c")]).toEqual([true, true, false, true, false]);
  streams.close();
});

it("looks once for all who follow the same", async () => {
  const look = vi.fn(() => Promise.resolve("1"));
  const streams = openEventStreams(limits);
  for (let count = 0; count < 30; count += 1) streams.follow({ name: "room", look }, `address ${count}`, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(3_100);
  expect(look.mock.calls.length).toBeLessThanOrEqual(4);
  streams.close();
});
