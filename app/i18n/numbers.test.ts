import { expect, it } from "vitest";
import { localeOf } from "./index";

it("writes what rounds to nothing without a sign", () => {
  const [german, english] = [localeOf("de"), localeOf("en")];
  expect([german.euros(-0, -0), german.points(-0.04), german.span(-0, 2)]).toEqual(["0\u00a0€", "0,0", "0–2"]);
  expect([english.euros(-0, -0), english.points(-1.5)]).toEqual(["€0", "-1.5"]);
});

it("calls two of two both", () => {
  const [{ messages: german }, { messages: english }] = [localeOf("de"), localeOf("en")];
  const said = ({ result, screen, papers }: typeof german, count: number) => [
    result.value.atMost("47", count),
    screen.headlines.dutiesOpen("", count, count),
    papers.duties.allMet(count),
    papers.duties.noneMet(count),
  ];
  for (const text of said(german, 2).slice(0, 3)) expect(text).toMatch(/\bbeiden?\b/);
  for (const text of said(german, 3).slice(0, 3)) expect(text).toMatch(/\b(alle 3|allen?)\b/);
  expect(said(english, 2)).toEqual([
    "at most 47 if both open answers were at the top",
    expect.stringContaining("each of them"),
    "both are met",
    "neither has full evidence",
  ]);
  expect(said(english, 3).slice(2)).toEqual(["all are met", "none has full evidence"]);
});

it("writes two sums of the same as one number", () => {
  const { score, points } = localeOf("de");
  expect([score(37.499_999_999_999_99), points(0.249_999_999_999_99)]).toEqual([score(37.5), points(0.25)]);
});

it("writes one of several as a word", () => {
  const said = (["de", "en"] as const).map((language) => localeOf(language).messages.screen.headlines.dutiesOpen("2", 1, 2));
  expect(said).toEqual(["2, bei einer ist etwas offen", "2; something is still open for one of them"]);
});
