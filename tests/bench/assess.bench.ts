import { readFileSync } from "node:fs";
import { oneRespondent } from "../../app/core/agreement/agreement";
import type { Assessment } from "../../app/core/assessment/assessment";
import { parseSaveFileText } from "../../app/core/assessment/parse-save-file";
import { standingsOf } from "../../app/core/assessment/standing";
import { rate as drawRating, ratingDraws } from "../../app/core/certainty/rating";
import { seedOf } from "../../app/core/certainty/seed";
import { findDuties, isDue } from "../../app/core/duties/find-duties";
import { listInitiatives } from "../../app/core/initiatives/order";
import { stabilityOf } from "../../app/core/initiatives/stability";
import { planFor, type PlanInput } from "../../app/core/plan/plan";
import { planFrontier } from "../../app/core/plan/plan-frontier";
import { makeReport } from "../../app/core/report";
import { scoreDimensions } from "../../app/core/score/dimension-score";
import { scoreOverall } from "../../app/core/score/overall-score";
import { scoredItems } from "../../app/core/score/scored-items";
import { readContent } from "../../app/content/read-content";
import { solver as loadSolver } from "../../app/jobs/solver";
import { report } from "./report-line";

/** Scores against a bare loop over the same arithmetic; what a report consists of, part by part; and the whole. */
const content = readContent(process.cwd());
const parsed = parseSaveFileText(readFileSync("seeds/demo/musterstadt.json", "utf8"), content.models);
if (!parsed.assessment) throw new Error("The example is no save file");
const assessment: Assessment = parsed.assessment;
const questionnaire = content.questionnaires[assessment.track];
const { dimensions } = questionnaire;
const solver = await loadSolver();

/** Calls a second, after warming up for so long. */
function rate(run: () => unknown, warmUp = 200): number {
  for (let index = 0; index < warmUp; index += 1) run();
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < 1000) {
    run();
    calls += 1;
  }
  return (calls / (performance.now() - start)) * 1000;
}
const milliseconds = (run: () => unknown): number => 1000 / rate(run, 3);

const levels = dimensions.map(({ items }) =>
  items.flatMap(({ id }) => {
    const answer = assessment.answers[id];
    return answer && "level" in answer ? [answer.level] : [];
  }),
);
function bareLoop(): number {
  let [sum, logarithms] = [0, 0];
  for (const dimension of levels) {
    let points = 0;
    for (const level of dimension) points += 25 * level;
    const score = points / dimension.length;
    sum += score;
    logarithms += Math.log(1 + 0.99 * score);
  }
  return sum / levels.length + (Math.exp(logarithms / levels.length) - 1) / 0.99;
}
function score(): unknown {
  const items = scoredItems(questionnaire, assessment);
  return scoreOverall(items, scoreDimensions(questionnaire, "full", items, new Map()), "full");
}
const [bare, scored] = [rate(bareLoop), rate(score)];
report("scores of an assessment", scored, "a second");
report("scores of an assessment against a bare loop over the same arithmetic", bare / scored, "times slower");

const items = scoredItems(questionnaire, assessment);
const standings = standingsOf(questionnaire, assessment);
const date = "2026-11-21";
const duties = findDuties(content.duties, { ...assessment, standings, facts: {} }, date).filter(isDue);
const input = {
  track: assessment.track,
  sizeClass: assessment.organisation.sizeClass ?? null,
  initiatives: content.initiatives,
  items,
  standings,
  due: new Set(duties.map(({ duty }) => duty.id)),
};
const seed = seedOf(assessment);
const rating = milliseconds(() => drawRating(questionnaire, items, seed));
report("draws of the rating band", ratingDraws / (rating / 1000), "a second");
report(
  "list of initiatives",
  milliseconds(() => listInitiatives(input)),
  "ms",
);
report(
  "stability of the list, 1,000 draws",
  milliseconds(() => stabilityOf(questionnaire, input, seed)),
  "ms",
);

const suggestion: PlanInput = {
  ...input,
  gates: dimensions.filter(({ gate }) => gate).map(({ id }) => id),
  limits: null,
  order: listInitiatives(input).entries.map(({ initiative }) => initiative.id),
  done: [],
  begun: [],
  firstDay: "2027-01-01",
};
report(
  "suggested plan",
  milliseconds(() => planFor(suggestion, solver)),
  "ms",
);
const suggested = planFor(suggestion, solver);
report(
  "its frontier, where somebody looks at it",
  milliseconds(() => planFrontier(suggestion, suggested, solver)),
  "ms",
);
const limits = { budgetEuro: 60_000, personDaysPerQuarter: 40, quarters: 8, pinned: [], excluded: [], forceDuties: true };
report(
  "plan within given limits",
  milliseconds(() => planFor({ ...suggestion, limits }, solver)),
  "ms",
);

const plan = { limits: null, kept: null, done: [], begun: [], firstDay: "2027-01-01" };
report(
  "whole report",
  milliseconds(() =>
    makeReport(
      {
        assessment,
        agreement: oneRespondent,
        date,
        weights: new Map(),
        facts: {},
        plan,
        rounds: { closed: [], running: null, targets: {} },
      },
      content,
      solver,
    ),
  ),
  "ms",
);
