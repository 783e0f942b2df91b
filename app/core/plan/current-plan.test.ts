import { describe, expect, it } from "vitest";
import { highs, planInput, startsOf, step, type Setting } from "../../../tests/support/plans";
import { currentPlan, type CurrentPlan } from "./current-plan";
import { keepPlan, type KeptPlan, type PlanBasis } from "./kept-plan";
import type { Plan } from "./plan";

const [taken, today] = ["2026-11-12", "2027-02-03"];
const basis: PlanBasis = { aiUse: "trial", depth: "full", organisation: { name: "Musterstadt" }, answers: {}, due: new Set() };
const rules = step("rules", { lifts: { "strategy-1": 2 }, cost: [100, 300], days: [4, 8] });
const training = step("training", { lifts: { "skills-1": 2 }, cost: 50, yearlyCost: 20 });
const chatbot = step("chatbot", { lifts: { "skills-2": 4 }, cost: 700, after: ["training"] });
const setting: Setting = { initiatives: [rules, training, chatbot], limits: { budgetEuro: 300 } };

function current(given: Setting, kept: KeptPlan | null, now: Partial<PlanBasis> = {}): CurrentPlan {
  const { limits, done, begun, firstDay, ...input } = planInput(given);
  return currentPlan(input, { limits, kept, done, begun, firstDay }, { ...basis, ...now }, today, highs);
}
function planned<Result extends { status: string }>(result: Result): Result & Plan {
  if (result.status !== "planned") throw new Error("no plan");
  return result as Result & Plan;
}
const kept = keepPlan(planned(current(setting, null)), basis, taken);
const answered = { answers: { "strategy-1": { level: 2 as const } } };
const levels = { "strategy-1": 2 as const };

it("a plan that nobody has taken is solved anew, and nothing is offered beside it", () => {
  const plan = planned(current({ ...setting, levels }, null, answered));
  expect(startsOf(plan)).toEqual({ training: 0 });
  expect(plan).toMatchObject({ firstDay: "2027-01-01", kept: null, offer: null });
});

describe("a plan that somebody has taken", () => {
  it("is kept with its steps as they were solved", () => {
    const amounts = { yearlyEuro: 0, yearlyPersonDays: 0, quarters: 1, start: 0 };
    expect(keepPlan(planned(current(setting, null)), basis, taken)).toMatchObject({
      ...{ on: taken, gap: 0, score: { before: 0, after: 25 } },
      steps: [
        { ...amounts, id: "rules", costEuro: [100, 300], personDays: [4, 8] },
        { ...amounts, id: "training", costEuro: [50, 50], personDays: [10, 10], yearlyEuro: 20 },
      ],
    });
  });

  it("is the same as it was solved, with all that is said of it, from the quarter after that day", () => {
    const { firstDay, ...fresh } = planned(current(setting, null));
    const plan = planned(current(setting, kept));
    expect(plan).toEqual({ ...fresh, firstDay, kept: { on: taken, score: kept.score }, offer: null });
  });

  it("stays where the answers change, counts from today's, and says what would come out now", () => {
    const plan = planned(current({ ...setting, levels }, kept, answered));
    expect(startsOf(plan)).toEqual({ rules: 0, training: 0 });
    expect([plan.costEuro, plan.score.before, plan.score.after]).toEqual([250, 12.5, 25]);
    expect(plan.steps.map(({ id, rise }) => [id, rise])).toEqual([
      ["rules", 0],
      ["training", 12.5],
    ]);
    expect(plan.kept?.score).toEqual({ before: 0, after: 25 });
    expect(plan.leftOut.map(({ id }) => id)).toEqual(["chatbot"]);
    expect(plan.offer).toMatchObject({
      ...{ causes: ["answers"], firstDay: "2027-04-01" },
      change: {
        ...{ added: [], dropped: [{ id: "rules", start: "2027-01-01" }] },
        moved: [{ id: "training", from: "2027-01-01", to: "2027-04-01" }],
      },
    });
  });

  it("keeps its amounts where the catalogue's have changed, and loses what the catalogue no longer has", () => {
    const dearer = { ...setting, initiatives: [step("rules", { lifts: { "strategy-1": 2 }, cost: 9000, days: 90 }), chatbot] };
    const plan = planned(current(dearer, kept));
    expect(plan.steps).toMatchObject([{ id: "rules", costEuro: 200, personDays: 6, costRange: [100, 300], effortRange: [4, 8] }]);
  });

  it("asks no money for what is done, and offers nothing new for it", () => {
    const plan = planned(current({ ...setting, done: ["rules"] }, kept));
    expect([startsOf(plan), plan.costEuro, plan.offer]).toEqual([{ training: 0 }, 50, null]);
  });

  it("is not what it was where other limits are set since, and the new one keeps those", () => {
    const plan = planned(current({ ...setting, limits: { budgetEuro: 1000 } }, kept));
    expect([plan.limits.budgetEuro, plan.offer?.causes, plan.offer?.plan.limits.budgetEuro]).toEqual([300, ["limits"], 1000]);
    expect(plan.offer?.change?.added).toEqual([{ id: "chatbot", start: "2027-07-01" }]);
  });

  it("says that no new one goes where the limits allow none", () => {
    const plan = planned(current({ ...setting, limits: { budgetEuro: 0, pinned: ["rules"] } }, kept));
    expect(startsOf(plan)).toEqual({ rules: 0, training: 0 });
    expect(plan.offer).toMatchObject({ change: null, plan: { status: "impossible", missing: { euro: 200 } } });
  });
});

describe("what has begun", () => {
  const guide = step("guide", { lifts: { "strategy-1": 3 }, cost: 240 });
  const wider = { ...setting, initiatives: [...setting.initiatives, guide] };
  const moved = { answers: { other: { level: 1 as const } } };
  const offered = (more: Partial<Setting>) => {
    const { offer } = current({ ...wider, ...more }, kept, moved);
    if (offer?.plan.status !== "planned") throw new Error("nothing is offered");
    return startsOf(offer.plan);
  };

  it("goes on in the plan that is offered, even where another would bring more", () => {
    expect(offered({})).toEqual({ guide: 0, training: 0 });
    expect(offered({ begun: ["rules"] })).toEqual({ rules: 0, training: 0 });
  });

  it("goes on before anything else of the list begins", () => {
    const limits = { personDaysPerQuarter: 10, budgetEuro: 1000, excluded: ["guide"] };
    expect(offered({ limits })).toEqual({ rules: 0, training: 1, chatbot: 2 });
    expect(offered({ limits, begun: ["training"] })).toMatchObject({ training: 0, rules: 1 });
  });

  it("leaves the plan where the limits leave no room for it, where it is taken out, and where the answers have overtaken it", () => {
    expect(offered({ begun: ["rules"], limits: { budgetEuro: 100 } })).toEqual({ training: 0 });
    expect(offered({ begun: ["rules"], limits: { budgetEuro: 300, excluded: ["rules"] } })).toEqual({ guide: 0, training: 0 });
    expect(offered({ begun: ["rules"], levels: { "strategy-1": 2 } })).toEqual({ guide: 0, training: 0 });
  });

  it("is in a suggestion too, which makes room for it", () => {
    const both = { initiatives: [training, step("dear", { lifts: { "strategy-1": 1 }, cost: 7000 })], limits: null };
    expect(startsOf(planned(current(both, null)))).toEqual({ training: 0 });
    expect(startsOf(planned(current({ ...both, begun: ["dear"] }, null)))).toMatchObject({ dear: 0, training: expect.any(Number) });
  });
});
