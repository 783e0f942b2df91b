import { expect, it } from "vitest";
import { soundContent } from "../../tests/support/builders";
import type { Answers } from "./assessment/answer";
import { printableDepth } from "./printable-depth";
import { dimensionIds, type Depth } from "./vocabulary";

const content = soundContent();
const keyAnswers: Answers = Object.fromEntries(dimensionIds.map((id) => [`${id}-key`, { level: 2 }]));
const allAnswers: Answers = { ...keyAnswers, ...Object.fromEntries(dimensionIds.map((id) => [`${id}-more`, { level: 2 }])) };

it.each<[string, Depth, Answers, Depth]>([
  ["the quick check is one", "quick", keyAnswers, "quick"],
  ["nothing answered: as it was chosen", "full", {}, "full"],
  ["all answered", "full", allAnswers, "full"],
  ["begun after the quick check", "full", keyAnswers, "quick"],
])("%s", (_what, depth, answers, printable) => {
  expect(printableDepth(content.questionnaires.municipality, { depth, aiUse: "unknown", answers })).toBe(printable);
});
