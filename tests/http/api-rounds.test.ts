import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { grantKey, kindOf, newProgram, type Program } from "./program";
import { sharedApp } from "../support/shared-app";

const app = sharedApp();
const file = toSaveFile({
  ...{ track: "sme", depth: "full", aiUse: "trial", modelVersion: "2.0.0", organisation: {} },
  answers: { "strategy-goals": { level: 2 }, "strategy-backing": { answer: "dk" } },
});

let program: Program;
let id: string;
beforeAll(async () => {
  program = newProgram(app.url, (await grantKey(app)).key);
});
beforeEach(async () => {
  id = (await program.post("/assessments", file)).body.id;
});
const round = (number: number | string, what: "close" | "begin") => `/assessments/${id}/rounds/${number}/${what}`;
const close = (number: number, body: unknown = {}) => program.post(round(number, "close"), body);
const begin = (number: number) => program.call("POST", round(number, "begin"));
const kept = () => app.services.stores.rounds.find(id);

it("closes a round as it stands, begins the next, and reports both", async () => {
  const closed = await close(1, { date: "2026-05-12" });
  expect([closed.status, closed.body.round.closed]).toMatchObject([200, [{ closed: "2026-05-12", samePeople: false }]]);
  expect(closed.headers.get("etag")).toBe((await program.get(`/assessments/${id}`)).headers.get("etag"));

  const begun = await begin(2);
  expect([begun.status, begun.body.answers["strategy-goals"]]).toEqual([200, undefined]);
  expect(begun.body.previous["strategy-goals"].answer).toMatchObject({ level: 2 });
  await program.patch(`/assessments/${id}/answers`, { "strategy-goals": { level: 3 } });
  const [today, then] = [await program.get(`/assessments/${id}/report`), await program.get(`/assessments/${id}/report?round=1`)];
  expect([then.body.date, today.body.history.rounds.length]).toEqual(["2026-05-12", 2]);
  expect(then.body.overall.lower).toBeLessThan(today.body.overall.lower);
  expect((await close(2, { samePeople: true })).body.round.closed[1]).toMatchObject({ closed: today.body.date, samePeople: true });
});

describe("refuses", () => {
  it.each([
    ["a day that there is not", { date: "2026-02-30" }, "date"],
    ["a day to come", { date: "2999-01-01" }, "date"],
    ["what it does not know", { day: "2026-05-12" }, "day"],
    ["words instead of yes or no", { samePeople: "yes" }, "samePeople"],
  ])("%s, and closes nothing", async (_what, body, path) => {
    const { status, body: problem } = await close(1, body);
    expect([status, problem.errors]).toMatchObject([422, [{ path }]]);
    expect((await kept()).closed).toEqual([]);
  });

  it("a day before the last round", async () => {
    await close(1, { date: "2026-05-12" });
    await begin(2);
    expect((await close(2, { date: "2026-05-11" })).body.errors).toMatchObject([{ path: "date" }]);
  });

  it("a round that is not under way, or has begun, so that nothing is done twice", async () => {
    for (const refused of [await begin(1), await begin(2), await close(2)])
      expect([refused.status, kindOf(refused)]).toEqual([409, "round-not-so"]);
    await close(1);
    expect(kindOf(await close(1))).toBe("round-not-so");
    await begin(2);
    expect(kindOf(await begin(2))).toBe("round-not-so");
    expect((await kept()).closed).toHaveLength(1);
  });

  it("what no round can be called", async () => {
    for (const number of ["0", "-1", "1.5", "x"]) expect((await program.post(round(number, "close"), {})).status, number).toBe(404);
  });

  it("a key that may only read, and one that the assessment does not belong to", async () => {
    const reader = newProgram(app.url, (await grantKey(app, ["assessments:read"])).key);
    const other = newProgram(app.url, (await grantKey(app)).key);
    for (const [who, expected] of [
      [reader, 403],
      [other, 404],
    ] as const) {
      expect((await who.post(round(1, "close"), {})).status).toBe(expected);
      expect((await who.call("POST", round(2, "begin"))).status).toBe(expected);
    }
    expect((await kept()).closed).toEqual([]);
  });
});
