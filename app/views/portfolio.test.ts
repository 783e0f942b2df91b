import { describe, expect, it } from "vitest";
import { portfolioRows, type Pattern } from "../../tests/support/portfolio-rows";
import { content } from "../../tests/support/report-material";
import { localeOf } from "../i18n/index";
import { portfolioOverview } from "./portfolio";

/** Items come four to a topic, in the order of topics. */
const overviewOf = (pattern: Pattern, language: "de" | "en" = "de", count = 5) => {
  const { dimensions } = content.questionnaires.municipality.text[language];
  return portfolioOverview(portfolioRows(content, count, "2026-11-26", pattern), dimensions, localeOf(language));
};
const topicOf = (item: number) => Math.floor(item / 4);

describe("the head of the Übersicht", () => {
  it("names the topic that most stand low in, and the one with the highest median", () => {
    const { title, lead } = overviewOf((item, organisation) => (topicOf(item) === 1 && organisation < 3 ? 1 : topicOf(item) === 5 ? 4 : 2));
    expect([title, lead]).toEqual(["Am häufigsten unter Stufe 2: Finanzierung, 3 von 5", "Den höchsten Median hat Sicherheit mit 100."]);
  });

  it("names those that share that, and counts more than three", () => {
    const two = overviewOf((item, organisation) => (topicOf(item) < 2 && organisation < 3 ? 1 : topicOf(item) > 6 ? 4 : 2));
    expect([two.title, two.lead]).toEqual([
      "Am häufigsten unter Stufe 2: Strategie und Finanzierung, je 3 von 5",
      "Den höchsten Median haben Kooperation und Akzeptanz mit 100.",
    ]);
    const many = overviewOf((item) => (topicOf(item) < 5 ? 0 : 3), "en");
    expect([many.title, many.lead]).toEqual(["Most often below stage 2: 5 topics, 5 of 5 each", "4 topics have the highest median: 75."]);
  });

  it("says so where all are alike, where nobody stands low, and where nobody has a value", () => {
    expect(overviewOf(() => 2)).toMatchObject({
      title: "Kein Thema liegt unter Stufe 2 (5 mit Wert)",
      lead: "Alle Themen haben denselben Median: 50.",
    });
    expect(overviewOf(() => null)).toMatchObject({ title: "Noch hat keine Organisation einen Wert", lead: null });
  });
});
