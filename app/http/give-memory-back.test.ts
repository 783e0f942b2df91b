import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { giveMemoryBack } from "./give-memory-back";

const server = new EventEmitter();
const collect = vi.fn();
let stop: () => void;
const ask = (times: number) => Array.from({ length: times }, () => server.emit("request"));
/** @returns how often it has collected so far. */
const wait = (seconds: number) => {
  vi.advanceTimersByTime(seconds * 1000);
  return collect.mock.calls.length;
};

beforeEach(() => {
  vi.useFakeTimers();
  collect.mockClear();
  stop = giveMemoryBack(server, collect);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it("collects once a rush is over, and not again until the next", () => {
  ask(100);
  expect(wait(3)).toBe(0);
  expect(wait(3)).toBe(1);
  expect(wait(600)).toBe(1);
  ask(100);
  expect(wait(600)).toBe(2);
});

it("leaves whoever asks alone, and does nothing for a few", () => {
  for (let round = 0; round < 20; round += 1) {
    ask(50);
    expect(wait(3)).toBe(0);
  }
  expect(wait(3)).toBe(1);
  for (let round = 0; round < 99; round += 1) {
    ask(1);
    expect(wait(10)).toBe(1);
  }
});

it("does nothing any more once it is stopped", () => {
  ask(100);
  stop();
  expect(wait(600)).toBe(0);
});

it("finds a way to collect", () => {
  stop();
  stop = giveMemoryBack(server);
  ask(100);
  expect(() => vi.advanceTimersByTime(9_000)).not.toThrow();
});
