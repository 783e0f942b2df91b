import { describe, expect, it } from "vitest";
import { portfolioRows, type Pattern } from "../../tests/support/portfolio-rows";
import { content } from "../../tests/support/content";
import type { Track } from "../core/vocabulary";
import { localeOf } from "../i18n/index";
import { portfolioOverview } from "./portfolio";

const rowsOf = (pattern: Pattern, count = 5, track: Track = "municipality") => portfolioRows(content, count, "2026-11-26", pattern, track);
const overviewOf = (pattern: Pattern, language: "de" | "en" = "de") => portfolioOverview(rowsOf(pattern), content, localeOf(language));
/** @param item its place in the questionnaire. @returns the place of its topic there. */
const topicOf = (item: number, track: Track = "municipality") =>
  content.questionnaires[track].dimensions.flatMap(({ items }, topic) => items.map(() => topic))[item] ?? -1;

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

  it("tells the middle of each questionnaire by itself, in its own words", () => {
    const towns = rowsOf((item) => (topicOf(item) === 7 ? 3 : 1));
    const companies = rowsOf((item) => (topicOf(item, "sme") === 7 ? 4 : 2), 3, "sme");
    const { lead, medians } = portfolioOverview([...towns, ...companies], content, localeOf("de"));
    expect(lead).toBe("Kommunen: Den höchsten Median hat Kooperation mit 75. Unternehmen: Den höchsten Median hat Zusammenarbeit mit 100.");
    expect(medians.map(({ name, topics, count }) => [name, topics[0]?.text, count])).toEqual([
      ["Median Kommunen", "25", "5 mit Wert"],
      ["Median Unternehmen", "50", "3 mit Wert"],
    ]);
    const earlier = towns.slice(1).map((row) => ({ ...row, modelVersion: "1.0.0" }));
    const { medians: ofBoth } = portfolioOverview([...towns, ...earlier], content, localeOf("en"));
    expect(ofBoth.map(({ name }) => name)).toEqual(["Median of municipalities (2.0.0)", "Median of municipalities (1.0.0)"]);
    expect(portfolioOverview(companies, content, localeOf("de"))).toMatchObject({
      lead: "Den höchsten Median hat Zusammenarbeit mit 100.",
      medians: [{ name: "Median" }],
    });
  });

  it("says so where all are alike, where nobody stands low, and where nobody has a value", () => {
    expect(overviewOf(() => 2)).toMatchObject({
      title: "Kein Thema liegt unter Stufe 2 (5 mit Wert)",
      lead: "Alle Themen haben denselben Median: 50.",
    });
    expect(overviewOf(() => null)).toMatchObject({ title: "Noch hat keine Organisation einen Wert", lead: null });
  });
});
