import { describe, expect, it } from "vitest";
import { noBrand } from "../brand/brand";
import { nothingAdded, type AssessmentState, type ClosedRound, type WholeAssessment } from "../assessment/whole-assessment";
import { beginRound } from "./begin-round";
import { assessmentAt, closedRoundSchema, currentRound, isOpen, snapshotOf } from "./round";
import { twoModels } from "../../../tests/support/rounds";

const { rounds: _rounds, history: _history, brand: _brand, ...rest } = nothingAdded;
const state: AssessmentState = {
  ...{ track: "sme", depth: "full", aiUse: "trial", modelVersion: "1.0.0", organisation: { name: "Musterbau" } },
  ...{ answers: { "strategy-1": { level: 2, note: "n" } }, ...rest },
};
const round = (closedOn: string): ClosedRound => ({ closedOn, samePeople: false, contentVersion: "abcd", targets: {}, state });
const rounds = (closed: number, begunOn: string | null = null) => ({
  closed: ["2026-05-12", "2026-11-26"].slice(0, closed).map(round),
  begunOn,
  targets: { skills: { value: 60, by: "2027-12-31" } },
});

it.each([
  [0, null, true, 1],
  [1, null, false, 1],
  [1, "2026-06-01", true, 2],
  [2, null, false, 2],
])("after %i closed rounds, with the next begun on %s: under way %s, number %i", (closed, begunOn, open, number) => {
  expect(isOpen(rounds(closed, begunOn))).toBe(open);
  expect(currentRound(rounds(closed, begunOn))).toBe(number);
});

describe("a closed round", () => {
  const begun = { at: "2026-05-01T09:00:00.000Z", by: "edit-link", what: "begun", of: "", from: null, to: null } as const;
  it("keeps everything but the rounds, the history, the brand and the logo", () => {
    const authorText = {
      author: "A",
      language: "de",
      summary: "s",
      comments: {},
      answers: "",
      logo: { type: "png", base64: "iVBORw0KGgo=" },
    } as const;
    const whole: WholeAssessment = { ...state, authorText, rounds: rounds(1), history: [begun], brand: noBrand };
    expect(snapshotOf(whole)).toEqual({ ...state, authorText: { ...authorText, logo: null } });
    expect(snapshotOf({ ...whole, authorText: null })).toEqual(state);
  });

  it("is read as it was written, and nothing else is", () => {
    expect(closedRoundSchema.parse(JSON.parse(JSON.stringify(round("2026-05-12"))))).toEqual(round("2026-05-12"));
    expect(closedRoundSchema.safeParse({ ...round("2026-05-12"), more: 1 }).success).toBe(false);
    expect(closedRoundSchema.safeParse({ ...round("2026-05-12"), state: { ...state, answers: { a: { level: 7 } } } }).success).toBe(false);
  });

  it("is opened with its targets and the rounds up to it, between two rounds", () => {
    const all = { ...rounds(2, "2026-12-01") };
    expect(assessmentAt(all, 1)).toEqual({
      ...state,
      rounds: { closed: [round("2026-05-12")], begunOn: null, targets: {} },
      history: [],
      brand: null,
    });
    expect(assessmentAt(all, 2)?.rounds.closed).toHaveLength(2);
    expect([0, 3, -1, 1.5].map((number) => assessmentAt(all, number))).toEqual([null, null, null, null]);
  });
});

describe("a round begins", () => {
  const { models } = twoModels();
  const begin = (answers: Parameters<typeof beginRound>[0]["answers"], to = "1.0.0", previous = {}) =>
    beginRound({ modelVersion: "1.0.0", answers, previous }, to, models.municipality);

  it("with every answer waiting, with all it holds, and none counted; what is only noted stays", () => {
    const answer = { level: 3, note: "n", evidence: "e", date: "2026-05-01", by: "Erika" } as const;
    expect(begin({ "strategy-1": answer, "strategy-2": { answer: "dk" }, "strategy-3": { note: "fragen" } })).toEqual({
      modelVersion: "1.0.0",
      answers: { "strategy-3": { note: "fragen" } },
      previous: {
        "strategy-1": { modelVersion: "1.0.0", item: "strategy-1", answer },
        "strategy-2": { modelVersion: "1.0.0", item: "strategy-2", answer: { answer: "dk" } },
      },
      dropped: [],
    });
  });

  it("under today's questionnaire", () => {
    const { modelVersion, previous, dropped } = begin(
      { "funding-1": { level: 1 }, "skills-1": { level: 1 }, "strategy-1": { level: 4 } },
      "2.0.0",
    );
    expect(modelVersion).toBe("2.0.0");
    expect(previous).toEqual({
      "skills-9": { modelVersion: "1.0.0", item: "skills-1", answer: { level: 1 } },
      "strategy-1": { modelVersion: "1.0.0", item: "strategy-1", answer: { level: 4 } },
    });
    expect(dropped).toEqual(["funding-1"]);
  });

  it("with what nobody has confirmed in the round before, unless something else was answered", () => {
    const older = (item: string) => ({ modelVersion: "1.0.0", item, answer: { level: 0 } as const });
    const { previous } = begin({ "strategy-1": { level: 4 } }, "1.0.0", {
      "strategy-1": older("strategy-1"),
      "strategy-2": older("strategy-2"),
    });
    expect(previous).toMatchObject({ "strategy-1": { answer: { level: 4 } }, "strategy-2": { answer: { level: 0 } } });
  });
});
