import loadHighs from "highs";
import type { Answers, Level } from "../../app/core/assessment/answer";
import { itemStates } from "../../app/core/initiatives/recommend";
import { frontier } from "../../app/core/plan/frontier";
import { roadmapProblem, type RoadmapInput } from "../../app/core/plan/problem";
import { programOf } from "../../app/core/plan/program";
import { roadmap } from "../../app/core/plan/roadmap";
import { solve, type Limits } from "../../app/core/plan/solve";
import { readContent } from "../../app/content/read-content";
import { tracks, type SizeClass, type Track } from "../../app/core/vocabulary";
import { report } from "./report-line";

/**
 * How long a roadmap takes with the real catalogue and all 36 items: the best choice alone, the whole roadmap where that choice can be laid out at once and where it cannot, and a frontier of
 * 20 points. Median of several runs in milliseconds; the first run, which warms the engine up, is not counted.
 */
const content = readContent(process.cwd());
const highs = await loadHighs();
const limits: Limits = { seconds: 60, nodes: 200 };
const sizes: Record<Track, SizeClass> = { municipality: "inhabitants-50000-99999", sme: "employees-10-49" };

/** Levels 0 to 2 in turn: an organisation with most of the way before it. */
function inputFor(track: Track): RoadmapInput {
  const questionnaire = content.questionnaires[track];
  const items = questionnaire.dimensions.flatMap((dimension) => dimension.items);
  const answers: Answers = Object.fromEntries(items.map(({ id }, index) => [id, { level: (index % 3) as Level }]));
  const open = { pinned: [], excluded: [], forceDuties: true, budgetEuro: Infinity, personDaysPerQuarter: Infinity, quarters: 8 };
  return { questionnaire, depth: "full", answers, weights: new Map(), initiatives: content.initiatives, sizeClass: sizes[track], ...open };
}

function measure(name: string, run: () => unknown, repeats = 7): void {
  const times = Array.from({ length: repeats + 1 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).slice(1);
  times.sort((a, b) => a - b);
  report(name, times[Math.floor(repeats / 2)] ?? NaN, "ms");
}

for (const track of tracks) {
  const open = inputFor(track);
  const { candidates } = roadmapProblem(open);
  const [costEuro, personDays] = [sum(candidates.map((one) => one.costEuro)), sum(candidates.map((one) => one.personDays))];
  report(`${track}: items`, itemStates(open.questionnaire, "full", open.answers, open.weights).length, "items");
  report(`${track}: candidates`, candidates.length, "initiatives");
  // Money is short in one, people in the other.
  const dear = { ...open, budgetEuro: 0.1 * costEuro, personDaysPerQuarter: (0.8 * personDays) / 8 };
  const busy = { ...open, budgetEuro: costEuro, personDaysPerQuarter: (0.4 * personDays) / 8 };
  for (const [short, input] of [
    ["money is short", dear],
    ["people are short", busy],
  ] as const) {
    const problem = roadmapProblem(input);
    measure(`${track}, ${short}: best choice`, () => solve(problem, programOf(problem, "whole"), ["gain"], highs, limits));
    measure(`${track}, ${short}: roadmap`, () => roadmap(input, highs, limits));
    const result = roadmap(input, highs, limits);
    report(`${track}, ${short}: gap`, result.status === "planned" ? result.gap : NaN, "points");
    measure(`${track}, ${short}: frontier of 20 points`, () => frontier(input, highs, limits), 3);
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
