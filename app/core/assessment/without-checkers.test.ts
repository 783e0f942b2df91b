import { expect, it } from "vitest";
import { withoutCheckers } from "./without-checkers";

const check = { state: "returned" as const, note: "Nur ein Entwurf.", by: "Revision", date: "2026-05-12" };
const { by: _checker, ...said } = check;
const answer = { level: 3, by: "Frau Kern", check };

it("takes the name out of a check wherever answers stand, and leaves the rest, also who has answered", () => {
  expect(withoutCheckers(answer)).toEqual({ level: 3, by: "Frau Kern", check: said });
  const round = { closedOn: "2026-06-01", state: { answers: { a: answer }, team: { people: [{ name: "", answers: { a: answer } }] } } };
  expect(JSON.stringify(withoutCheckers(round))).toBe(JSON.stringify(round).replaceAll(`"by":"Revision",`, ""));
});

it("of checks from before a day only", () => {
  expect(withoutCheckers({ a: answer }, "2026-05-13")).toEqual({ a: { ...answer, check: said } });
  expect(withoutCheckers({ a: answer }, "2026-05-12")).toEqual({ a: answer });
});

it.each([null, "check", 3, { check: "by" }, { check: { by: "x" } }, { level: 3, check: said }, [1, [2]]])("leaves %j as it is", (value) => {
  expect(withoutCheckers(value)).toBe(value);
});
