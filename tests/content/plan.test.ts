import { describe, expect, it } from "vitest";
import type { Answers, Level } from "../../app/core/assessment/answer";
import { standingsOf } from "../../app/core/assessment/standing";
import { findDuties, isDue } from "../../app/core/duties/find-duties";
import { listInitiatives } from "../../app/core/initiatives/order";
import { choose } from "../../app/core/plan/choose";
import { gainOf, levelsAfter } from "../../app/core/plan/levels";
import { planFor, type Plan, type PlanInput } from "../../app/core/plan/plan";
import { planFrontier } from "../../app/core/plan/plan-frontier";
import { planProblem, unlimited } from "../../app/core/plan/problem";
import type { PlanLimits } from "../../app/core/plan/settings";
import { candidatesIn, planAims } from "../../app/core/plan/solve";
import { scoredItems } from "../../app/core/score/scored-items";
import { tracks, type SizeClass, type Track } from "../../app/core/vocabulary";
import { highs, planned } from "../support/plans";
import { content } from "../support/content";

const sizes: Record<Track, SizeClass> = { municipality: "inhabitants-50000-99999", sme: "employees-10-49" };
const nobodyHurries = () => 60;

/** Levels 0 to 2 in turn, unless told otherwise. */
function everyThird(track: Track): Answers {
  const items = content.questionnaires[track].dimensions.flatMap((dimension) => dimension.items);
  return Object.fromEntries(items.map(({ id }, index) => [id, { level: (index % 3) as Level }]));
}

/** Money for a fifth of everything and people for half of it, over two years. */
function inputFor(track: Track, more: Partial<PlanLimits> = {}, answers: Answers = everyThird(track)): PlanInput & { limits: PlanLimits } {
  const questionnaire = content.questionnaires[track];
  const assessment = { track, depth: "full" as const, aiUse: "trial" as const, answers, organisation: { sizeClass: sizes[track] } };
  const [items, standings] = [scoredItems(questionnaire, assessment), standingsOf(questionnaire, assessment)];
  const duties = findDuties(content.duties, { ...assessment, standings, facts: {} }, "2026-11-22").filter(isDue);
  const due = new Set(duties.map(({ duty }) => duty.id));
  const own = { track, sizeClass: sizes[track], initiatives: content.initiatives, items, standings, due };
  const order = listInitiatives(own).entries.map(({ initiative }) => initiative.id);
  const gates = questionnaire.dimensions.filter(({ gate }) => gate).map(({ id }) => id);
  const input = { ...own, order, gates, done: [], begun: [], firstDay: "2027-01-01" };
  const rest = { quarters: 8, pinned: [], excluded: [], forceDuties: false };
  const { candidates } = planProblem({ ...input, limits: null }, { ...rest, ...unlimited });
  const [costEuro, personDays] = [sum(candidates.map((one) => one.costEuro)), sum(candidates.map((one) => one.personDays))];
  const limits = { ...rest, budgetEuro: 0.2 * costEuro, personDaysPerQuarter: (0.5 * personDays) / rest.quarters, ...more };
  return { ...input, limits };
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** With this much work, the best choices here are proven; a plan on a page takes less (see `Effort`). */
const enough = 60_000;
/** Points that a search with so much work gains, and how many more there might be. */
function searched(input: PlanInput & { limits: PlanLimits }, work: number): { gain: number; gap: number } {
  const { places, gap } = choose(planProblem(input, input.limits), planAims, highs, { work, secondsLeft: nobodyHurries });
  return { gain: gainOf(input.items, candidatesIn(places ?? [])), gap };
}
const gainIn = ({ score }: Plan) => score.after - score.before;

describe.each(tracks)("the plan from the catalogue for %s", (track) => {
  const plan = (more: Partial<PlanLimits> = {}, answers?: Answers) =>
    planned(planFor(inputFor(track, more, answers), highs, nobodyHurries));

  it("can lead all that is asked from nothing to the highest level, one initiative after the other", () => {
    const input = inputFor(track, {}, {});
    const { candidates, unavailable } = planProblem(input, { ...input.limits, ...unlimited });
    const levels = levelsAfter(input.items, candidates);
    expect(input.items.filter((_, place) => levels[place] !== 4).map(({ id }) => id)).toEqual([]);
    expect([...unavailable.values()].filter((reason) => reason !== "no-gain")).toEqual([]);
  });
  it("is as near to the best as it says, keeps every duty where that is asked for, and says of everything else why not", () => {
    const { due } = inputFor(track);
    const result = plan({ forceDuties: true });
    const best = searched(inputFor(track, { forceDuties: true }), enough);
    expect(best.gap).toBe(0);
    expect(gainIn(result)).toBeLessThanOrEqual(best.gain + 1e-6);
    expect(gainIn(result) + result.gap).toBeGreaterThanOrEqual(best.gain - 1e-6);
    expect(gainIn(result)).toBeGreaterThan(10);
    expect(due.size).toBeGreaterThan(2);
    expect(new Set(result.steps.flatMap(({ duties }) => duties))).toEqual(due);
    const ofTrack = content.initiatives.filter((initiative) => initiative.tracks.includes(track)).map(({ id }) => id);
    expect([...result.steps, ...result.leftOut].map(({ id }) => id).sort()).toEqual([...ofTrack].sort());
  });

  it("keeps to the people there are", () => {
    const { personDaysPerQuarter } = inputFor(track).limits;
    const { quarters, gap, score } = plan({ budgetEuro: 1e8 });
    for (const quarter of quarters) expect(quarter.personDays).toBeLessThanOrEqual(personDaysPerQuarter + 1e-6);
    expect(score.after + gap).toBeLessThanOrEqual(100 + 1e-6);
  });

  it("says how far it may be from the best where the search was cut short, and is never further", () => {
    const input = inputFor(track, { personDaysPerQuarter: 0.6 * inputFor(track).limits.personDaysPerQuarter });
    // With so few people the longer search may not prove its plan the best either: then its gap bounds what there is.
    const [cutShort, best] = [searched(input, 2_000), searched(input, enough)];
    expect(best.gap).toBeLessThan(2);
    expect(cutShort.gain).toBeLessThanOrEqual(best.gain + best.gap + 1e-6);
    expect(cutShort.gain + cutShort.gap).toBeGreaterThanOrEqual(best.gain - 1e-6);
  });

  it("begins nowhere in particular: with everything open it starts from 0", () => {
    expect(plan({}, {})).toMatchObject({ score: { before: 0 }, securedStage: { before: 0 } });
  });

  it("has a frontier from what is free to what everything gains", () => {
    const most = { personDaysPerQuarter: 1e5, quarters: 16 };
    const { points, binds } = planFrontier(inputFor(track, most), plan(most), highs);
    expect(points.length).toBeGreaterThan(4);
    const scores = points.map(({ score }) => score ?? NaN);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[0]).toBeCloseTo(plan({ ...most, budgetEuro: 0 }).score.after, 6);
    expect(scores.at(-1)).toBeCloseTo(plan({ ...most, budgetEuro: 1e8 }).score.after, 6);
    expect(binds).toBe("nothing");
  });
});
