import { expect, it } from "vitest";
import type { Assessment } from "../../app/core/assessment/assessment";
import { modelOf } from "../../app/core/content";
import { languages, tracks } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { overviewView } from "../../app/views/overview";
import { namesOf } from "../../app/views/view-input";
import { reportFor } from "../support/report";
import { content } from "../support/content";

it.each(tracks)("the first questionnaire for %s has no words for what is there: names of its questions stand after a colon", (track) => {
  const which = { track, modelVersion: "1.0.0" };
  const items = modelOf(content, which).dimensions.flatMap((dimension) => dimension.items);
  const answers: Assessment["answers"] = Object.fromEntries(items.map(({ id }, index) => [id, { level: index % 3 === 2 ? 4 : 1 }]));
  const organisation = { name: "Musterhaus" };
  const report = reportFor({ ...which, depth: "full", aiUse: "trial", organisation, answers }, content, "2026-11-27");
  expect(report.verdict.strengths.length).toBeGreaterThan(0);
  for (const language of languages) {
    const locale = localeOf(language);
    const input = { report, content, locale };
    const { verdict, usage } = overviewView(input, namesOf(input));
    const strengths = report.verdict.strengths.map((item) => namesOf(input).item(item).short);
    const said = [1, 2, 3].map((count) => `${usage} ${locale.messages.result.topic.inPlace}: ${locale.names(strengths.slice(0, count))}. `);
    expect(
      said.filter((sentences) => verdict.startsWith(sentences)),
      verdict,
    ).toHaveLength(1);
  }
});
