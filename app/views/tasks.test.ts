import { expect, it } from "vitest";
import { allAnswered, soundContent } from "../../tests/support/builders";
import type { Answers } from "../core/assessment/answer";
import { localeOf } from "../i18n";
import { tasksView } from "./tasks";

const locale = localeOf("de");
const questionnaire = soundContent().questionnaires.municipality;

function listed(answers: Answers, toTalkAbout = 0) {
  const assessment = { track: "municipality", depth: "full", aiUse: "none", answers, organisation: {} } as const;
  const { prepare, topics, clarify, decide } = tasksView(questionnaire, assessment, false, locale, { lines: [], toTalkAbout });
  return { clarify, ends: [...prepare, ...topics, ...clarify, ...decide].map(({ end }) => end) };
}

it.each([
  ["nothing is answered", {}],
  ["all is answered", allAnswered(0)],
  ["something is unknown", { ...allAnswered(0), "strategy-key": { answer: "dk" } }],
] satisfies [string, Answers][])("leads to each page once where %s", (_case, answers) => {
  const { ends } = listed(answers, 1);
  expect(new Set(ends).size).toBe(ends.length);
  expect(ends).toEqual(expect.arrayContaining(["profile", "team", "check", "checking", "report", "plan", "rounds", "changes"]));
});

it("says that nothing is to be cleared up only where nothing is", () => {
  const { nothingToClarify } = locale.messages.screen.tasks;
  expect(listed(allAnswered(0)).clarify[0]?.about).toBe(nothingToClarify);
  expect(listed(allAnswered(0), 1).clarify.map(({ about }) => about)).not.toContain(nothingToClarify);
});
