import { describe, expect, it } from "vitest";
import { modelVersion, soundContent } from "../../tests/support/builders";
import { nothingAdded, type WholeAssessment } from "./assessment/whole-assessment";
import { noStep, type PlanLimits } from "./plan/settings";
import { reportInputOf } from "./report-input";
import { dimensionIds } from "./vocabulary";

const content = soundContent();
const date = "2026-11-22";
const limits: PlanLimits = { budgetEuro: 1_000, personDaysPerQuarter: 5, quarters: 4, pinned: [], excluded: [], forceDuties: true };
const bare: WholeAssessment = {
  ...{ track: "municipality", depth: "full", aiUse: "trial", modelVersion, organisation: { name: "Musterstadt" }, answers: {} },
  ...nothingAdded,
};
const inputOf = (parts: Partial<WholeAssessment>, ...rest: [changed?: Map<"strategy" | "skills", number>]) =>
  reportInputOf({ ...bare, ...parts }, content, date, ...rest);

it("takes what is scored, and nothing that moves no number", () => {
  const {
    previous: _previous,
    weights: _weights,
    facts,
    plan: _plan,
    authorText: _text,
    team: _team,
    history: _history,
    brand: _brand,
    rounds: _rounds,
    ...scored
  } = bare;
  const { organisation: _organisation, ...answered } = scored;
  expect(inputOf({})).toEqual({
    ...{ assessment: scored, date, weights: new Map(), plan: { limits: null, kept: null, done: [], begun: [], firstDay: "2027-01-01" } },
    facts,
    agreement: { respondents: [], recorded: [], showNames: false },
    rounds: { closed: [], running: { ...answered, weights: {}, waiting: [], done: [], respondents: [] }, targets: {} },
  });
});

it("goes no deeper than the answers carry", () => {
  const answers = Object.fromEntries(dimensionIds.map((id) => [`${id}-key`, { level: 2 as const }]));
  expect(inputOf({ answers }).assessment.depth).toBe("quick");
});

it("takes what somebody has told of duties", () => {
  expect(inputOf({ facts: { sells: true, buys: false } }).facts).toEqual({ sells: true, buys: false });
});

describe("weights", () => {
  it("are the assessment's own, but for those that the reader has changed", () => {
    const weights = { strategy: 2, funding: 0.5 };
    expect(inputOf({ weights }).weights).toEqual(new Map(Object.entries(weights)));
    const changed = new Map([
      ["strategy", 1],
      ["skills", 3],
    ] as const);
    expect(inputOf({ weights }, changed).weights).toEqual(new Map(Object.entries({ strategy: 1, funding: 0.5, skills: 3 })));
  });
});

describe("the plan", () => {
  it("keeps the limits that were set, and begins with the quarter after that", () => {
    const plan = { limits, since: "2026-08-03", kept: null, steps: {} };
    expect(inputOf({ plan }).plan).toEqual({ limits, kept: null, done: [], begun: [], firstDay: "2026-10-01" });
  });

  it("counts as done what is done, and nothing else", () => {
    const steps = { a: { ...noStep, status: "done" as const }, b: { ...noStep, status: "begun" as const }, c: noStep };
    expect(inputOf({ plan: { limits: null, since: null, kept: null, steps } }).plan.done).toEqual(["a"]);
  });
});
