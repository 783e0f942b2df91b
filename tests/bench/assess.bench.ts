import { readFileSync } from "node:fs";
import { parseSaveFileText } from "../../app/core/assessment/save-file";
import { assess } from "../../app/core/assess";
import { compileModel } from "../../app/core/certainty/model";
import { simulate } from "../../app/core/certainty/simulate";
import { scoreDimension } from "../../app/core/score/dimension-score";
import { scoreOverall } from "../../app/core/score/overall-score";
import { readContent } from "../../app/content/read-content";
import { report } from "./report-line";

/** Scores against a bare loop over the same arithmetic, whole assessments, and draws of the Monte Carlo. */
const content = readContent(process.cwd());
const { assessment } = parseSaveFileText(readFileSync("seeds/demo/musterstadt.json", "utf8"), content.models);
if (!assessment) throw new Error("The example is no save file");
const { dimensions } = content.questionnaires[assessment.track];

/** Calls a second, after warming up. */
function rate(run: () => unknown): number {
  for (let index = 0; index < 200; index += 1) run();
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < 1000) {
    run();
    calls += 1;
  }
  return (calls / (performance.now() - start)) * 1000;
}

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

const bare = rate(bareLoop);
const scored = rate(() => scoreOverall(dimensions.map((dimension) => scoreDimension(dimension, "full", assessment.answers, 1))));
const assessed = rate(() => assess(assessment, content, "2026-11-21"));
report("scores of an assessment", scored, "a second");
report("scores of an assessment against a bare loop over the same arithmetic", bare / scored, "times slower");
report("whole assessments with benchmark and initiatives", assessed, "a second");

const model = compileModel(assessment, content);
const start = performance.now();
simulate(model, 10_000);
report("Monte Carlo draws with the stability of every recommendation", 10_000 / ((performance.now() - start) / 1000), "a second");
