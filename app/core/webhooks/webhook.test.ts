import { expect, it } from "vitest";
import { messageBody, nextTry } from "./webhook";

it("tries five times within about a day, each time after a longer wait, and then no more", () => {
  const begun = new Date("2026-11-26T12:00:00Z");
  const tried = [begun];
  for (let tries = 1; ; tries += 1) {
    const next = nextTry(tries, tried.at(-1) ?? begun);
    if (!next) break;
    tried.push(next);
  }
  const waits = tried.slice(1).map((at, index) => at.getTime() - (tried[index] ?? begun).getTime());
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(tried).toHaveLength(5);
  expect(((tried.at(-1) ?? begun).getTime() - begun.getTime()) / 3_600_000).toBeCloseTo(23.6, 1);
});

it("sends ids, and leaves out what an event has not", () => {
  const nothing = { assessmentId: null, round: null, batchId: null } as const;
  const message = { event: "webhook.test", at: "2026-11-26T12:00:00.000Z", mappeId: "m", ...nothing } as const;
  expect(messageBody(message)).toBe('{"type":"webhook.test","timestamp":"2026-11-26T12:00:00.000Z","data":{"mappe":"m"}}');
  expect(JSON.parse(messageBody({ ...message, event: "assessment.round-closed", assessmentId: "a", round: 2 }))).toMatchObject({
    data: { mappe: "m", assessment: "a", round: 2 },
  });
  expect(JSON.parse(messageBody({ ...message, event: "batch.done", batchId: "b" }))).toMatchObject({ data: { mappe: "m", batch: "b" } });
});
