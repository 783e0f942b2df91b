import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OwnShareError, TooBusyError } from "../../jobs/pool";
import type { Owner } from "../../jobs/waiting-line";
import { openDoor, type DoorLimits, type Stay } from "./door";

const [one, other]: [Owner, Owner] = [
  { address: "a", visitor: "" },
  { address: "b", visitor: "" },
];
const stays = new AbortController().signal;
let now = 0;
beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const open = (limits: Partial<DoorLimits> = {}) => openDoor({ share: 0.25, places: 2, waiting: 4, ...limits }, () => now);
/** Lets the door look at those who wait. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
  await vi.advanceTimersByTimeAsync(Math.max(20, milliseconds));
}
/** A request that takes so long. */
async function take(entering: Promise<Stay>, milliseconds: number): Promise<void> {
  const stay = await entering;
  now += milliseconds;
  stay.leave();
}
/** Whether somebody has been let in. */
function watch(entering: Promise<Stay>) {
  const seen = { in: false };
  void entering.then(() => (seen.in = true));
  return seen;
}

it("whoever asks now and then waits for nothing", async () => {
  const door = open();
  for (let count = 0; count < 100; count += 1) {
    await take(door.enter(one, stays), 100);
    now += 400;
  }
  expect(door.load()).toEqual({ waiting: 0, running: 0 });
});

it("whoever has used up their share waits until time has passed; nobody else does", async () => {
  const door = open();
  await take(door.enter(one, stays), 3_000);
  const late = watch(door.enter(one, stays));
  await pass(0);
  expect(late.in).toBe(false);
  await take(door.enter(other, stays), 10);
  await pass(7_000);
  expect(late.in).toBe(true);
});

it("a request that waits for another process takes no place and costs nothing", async () => {
  const door = open({ places: 1 });
  const stay = await door.enter(one, stays);
  expect(door.load().running).toBe(1);
  const outside = stay.outside(new Promise((resolve) => setTimeout(resolve, 60_000)));
  await take(door.enter(other, stays), 5);
  now += 60_000;
  await vi.advanceTimersByTimeAsync(60_000);
  await outside;
  stay.leave();
  for (let count = 0; count < 10; count += 1) await take(door.enter(one, stays), 100);
});

it("says when it is full, for one visitor and for all", async () => {
  const door = open({ places: 1 });
  await door.enter(one, stays);
  const waiting = [door.enter(one, stays), door.enter(one, stays)];
  await expect(door.enter(one, stays)).rejects.toThrow(OwnShareError);
  void door.enter(other, stays);
  void door.enter({ address: "c", visitor: "" }, stays);
  void door.enter({ address: "d", visitor: "" }, stays);
  await expect(waiting[1], "has made room for somebody who had nothing waiting").rejects.toThrow(TooBusyError);
  expect(door.load().waiting).toBe(4);
  await expect(door.enter({ address: "e", visitor: "" }, stays)).rejects.toThrow(TooBusyError);
});

it("whoever leaves while waiting is forgotten", async () => {
  const door = open({ places: 1 });
  const stay = await door.enter(one, stays);
  const leaving = new AbortController();
  const waiting = door.enter(other, leaving.signal);
  leaving.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  stay.leave();
  expect(door.load()).toEqual({ waiting: 0, running: 0 });
});
