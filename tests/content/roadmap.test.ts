import { describe, expect, it } from "vitest";
import type { Answers, Level } from "../../app/core/assessment/answer";
import { frontier } from "../../app/core/plan/frontier";
import { roadmapProblem, type RoadmapInput } from "../../app/core/plan/problem";
import { roadmap } from "../../app/core/plan/roadmap";
import { tracks, type SizeClass, type Track } from "../../app/core/vocabulary";
import { highs, limits, planned } from "../support/roadmaps";
import { content } from "./texts";

const sizes: Record<Track, SizeClass> = { municipality: "inhabitants-50000-99999", sme: "employees-10-49" };

/** Levels 0 to 2 in turn, money for a fifth of everything and people for half of it, over two years. */
function inputFor(track: Track, overrides: Partial<RoadmapInput> = {}): RoadmapInput {
  const questionnaire = content.questionnaires[track];
  const items = questionnaire.dimensions.flatMap((dimension) => dimension.items);
  const answers: Answers = Object.fromEntries(items.map(({ id }, index) => [id, { level: (index % 3) as Level }]));
  const own = {
    questionnaire,
    depth: "full" as const,
    answers,
    weights: new Map(),
    initiatives: content.initiatives,
    sizeClass: sizes[track],
  };
  const free = { ...own, pinned: [], excluded: [], forceDuties: false, budgetEuro: 1e9, personDaysPerQuarter: 1e6, quarters: 8 };
  const { candidates } = roadmapProblem(free);
  const [costEuro, personDays] = [sum(candidates.map((one) => one.costEuro)), sum(candidates.map((one) => one.personDays))];
  return { ...free, budgetEuro: 0.2 * costEuro, personDaysPerQuarter: (0.5 * personDays) / free.quarters, ...overrides };
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe.each(tracks)("the roadmap from the catalogue for %s", (track) => {
  const plan = (overrides: Partial<RoadmapInput> = {}) => planned(roadmap(inputFor(track, overrides), highs, limits));

  it("is proven best, keeps every duty where that is asked for, and says of everything else why not", () => {
    const { gap, gain, chosen, leftOut } = plan({ forceDuties: true });
    expect(gap).toBe(0);
    expect(gain).toBeGreaterThan(10);
    const ofTrack = content.initiatives.filter((initiative) => initiative.tracks.includes(track));
    expect(chosen.length + leftOut.length).toBe(ofTrack.length);
    const duties = ofTrack.filter(({ legalDuty }) => legalDuty).map(({ id }) => id);
    const without = duties.filter((id) => !chosen.some((one) => one.id === id));
    for (const id of without) expect(leftOut).toContainEqual({ id, reason: "no-gain" });
  });

  it("is proven best where people are short as well", () => {
    const { gap, quarters } = plan({ budgetEuro: 1e9 });
    expect(gap).toBe(0);
    const { personDaysPerQuarter } = inputFor(track);
    for (const quarter of quarters) expect(quarter.personDays).toBeLessThanOrEqual(personDaysPerQuarter + 1e-6);
  });

  it("says how far it may be from the best where the search was cut short, and is never further", () => {
    const short = { budgetEuro: 1e9, personDaysPerQuarter: 0.6 * inputFor(track).personDaysPerQuarter };
    const best = plan(short).gain;
    const { gain, gap } = planned(roadmap(inputFor(track, short), highs, { seconds: 60, nodes: 1 }));
    expect(gain).toBeLessThanOrEqual(best + 1e-6);
    expect(gain + gap).toBeGreaterThanOrEqual(best - 1e-6);
  });

  it("begins nowhere in particular: with everything open it starts from 0", () => {
    expect(plan({ answers: {} })).toMatchObject({ gap: 0, overall: { before: 0 } });
  });

  it("has a frontier from what is free to what everything gains", () => {
    const input = inputFor(track, { personDaysPerQuarter: 1e6, quarters: 40 });
    const points = frontier(input, highs, limits);
    expect(points).toHaveLength(20);
    for (const { score, atMost } of points) expect(score).toBeCloseTo(atMost ?? NaN, 6);
    const scores = points.map(({ score }) => score ?? NaN);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[0]).toBeCloseTo(planned(roadmap({ ...input, budgetEuro: 0 }, highs, limits)).overall.after, 6);
    expect(scores.at(-1)).toBeCloseTo(planned(roadmap({ ...input, budgetEuro: 1e9 }, highs, limits)).overall.after, 6);
  });
});
