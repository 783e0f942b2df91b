import { describe, expect, it } from "vitest";
import type { Answer, Answers } from "../assessment/answer";
import { textLimits } from "../assessment/text";
import { checkedTag } from "../assessment/check";
import { agreedAnswers, answersTagOf, checkPlace, lowerMedian } from "./agreed-answers";
import { begunAnew, noTeam, respondentsOf, withoutNames, type Person, type Team } from "./team";

const person = (answers: Answers, name = "B"): Person => ({ name, items: ["a"], until: null, state: "done", ask: "", answers });
const team = (...answers: Answer[]): Team => ({ ...noTeam, people: answers.map((answer) => person({ a: answer })) });
const agreed = (first: Answer, ...others: Answer[]) => agreedAnswers({ a: first }, team(...others)).a;
const level = (value: 0 | 1 | 2 | 3 | 4, more: Partial<Answer> = {}): Answer => ({ level: value, ...more });
const na: Answer = { answer: "na", reason: "gibt es nicht" };
const dk: Answer = { answer: "dk" };

it.each([
  [[2], 2],
  [[3, 2], 2],
  [[4, 0, 1], 1],
  [[4, 4, 1, 2], 2],
  [[0, 1, 2, 3, 4], 2],
  [[], undefined],
])("the lower median of %j is %s", (levels, median) => {
  expect(lowerMedian(levels)).toBe(median);
});

describe("the answer that counts", () => {
  it("is one's own, with everything to it, where nobody else has said anything", () => {
    const own = { a: level(3, { note: "n", evidence: "e", date: "2026-01-01", by: "Erika" }) };
    expect(agreedAnswers(own, noTeam)).toBe(own);
    expect(agreedAnswers(own, { ...noTeam, people: [person({})] })).toEqual(own);
  });
  it("is another's where oneself has not answered", () => {
    expect(agreedAnswers({}, team(level(1)))).toEqual({ a: level(1) });
  });
  it("is the lower median of the levels, whoever does not know or says it does not apply", () => {
    expect(agreed(level(3), level(1))).toEqual(level(1));
    expect(agreed(dk, level(2), na)).toEqual(level(2));
  });
  it("keeps what a second person has said of one at the agreed level, and of no other", () => {
    const check = { state: "confirmed" as const, by: "Prüferin", date: "2026-11-01" };
    expect(agreed(level(3, { check }), level(3))).toEqual(level(3, { check }));
    expect(agreed(level(4, { check }), level(3))).toEqual(level(3));
    const recorded = { a: { answer: level(4), reason: "r", about: "" } };
    expect(agreedAnswers({ a: level(4, { check }) }, { ...team(level(3)), recorded }).a).toMatchObject({ level: 4, check });
  });
  it("keeps what was said of what several have answered while level, evidence and files are the same", () => {
    const said = { state: "confirmed" as const, by: "Prüferin", date: "2026-11-01" };
    const about = checkedTag(level(3, { evidence: "e\nf" }));
    const checked = level(3, { evidence: "f", check: { ...said, about } });
    expect(agreed(level(4, { evidence: "e" }), checked)).toEqual(level(3, { evidence: "e\nf", check: said }));
    expect(agreed(level(4, { evidence: "e", note: "n" }), checked)?.check).toEqual(said);
    expect(agreed(level(4, { evidence: "anderer" }), checked)?.check).toBeUndefined();
    expect(agreed(level(2), checked)?.check, "another level counts").toBeUndefined();
    const files: Answer["files"] = [{ name: "b.pdf", type: "pdf", bytes: 9, sha256: "a".repeat(64), date: "2026-11-26", by: "edit-link" }];
    expect(agreed(level(4, { evidence: "e", files }), checked)?.check).toBeUndefined();
    const recorded = { a: { answer: level(3, { check: { ...said, about: checkedTag(level(3)) } }), reason: "r", about: "" } };
    expect(agreedAnswers({ a: level(1) }, { ...team(level(2)), recorded }).a).toEqual(level(3, { check: said }));
    expect(agreedAnswers({ a: level(1) }, { ...team(level(4, { evidence: "neu" })), recorded }).a).toEqual(level(3, { evidence: "neu" }));
  });
  it("has what is said of it kept with what was recorded, otherwise with the first of its level", () => {
    const both = team(level(2), level(3));
    expect(checkPlace({ a: level(3) }, both, "a", level(3))).toBe("own");
    expect(checkPlace({ a: level(1) }, both, "a", level(3))).toBe(1);
    expect(checkPlace({}, both, "a", level(4))).toBeNull();
    expect(checkPlace({ a: level(3) }, { ...both, recorded: { a: { answer: level(4), reason: "r", about: "" } } }, "a", level(4))).toBe("recorded"); // prettier-ignore
  });
  it("does not apply only where everybody who answers says so", () => {
    expect(agreed(na, na)).toEqual(na);
    expect(agreed(na, dk)).toEqual(dk);
    expect(agreed(na, { note: "nur notiert" })).toEqual({ ...na, note: "nur notiert" });
  });
  it("is open where nobody gives a level", () => {
    expect(agreed(dk, dk)).toEqual(dk);
    expect(agreed({ note: "x" }, { note: "y" })).toEqual({ note: "x\ny" });
  });
  it("has the evidence of those at or above it, and everybody's notes once", () => {
    const answers = [level(1, { evidence: "eins", note: "x" }), level(2, { evidence: "zwei", note: "y" }), level(3, { evidence: "drei", note: "x" })] as const; // prettier-ignore
    expect(agreed(...answers)).toEqual(level(2, { evidence: "zwei\ndrei", note: "x\ny" }));
  });
  it("has the files of an answer at or above it, and of none below", () => {
    const files: Answer["files"] = [{ name: "b.pdf", type: "pdf", bytes: 9, sha256: "a".repeat(64), date: "2026-11-26", by: "edit-link" }];
    expect(agreed(level(2, { files }), level(2))?.files).toBe(files);
    expect(agreed(level(1, { files }), level(2), level(3))?.files).toBeUndefined();
  });
  it("leaves out evidence that does not fit as a whole", () => {
    const long = "e".repeat(textLimits.evidence - 2);
    expect(agreed(level(2, { evidence: long }), level(2, { evidence: "zu viel" }))?.evidence).toBe(long);
  });
  it("is what was recorded, whatever anybody answers, with the evidence that holds for it", () => {
    const recorded = { a: { answer: level(3), reason: "besprochen", about: "" } };
    const both = team(level(1, { evidence: "zu wenig" }), level(4, { evidence: "genug" }));
    expect(agreedAnswers({ a: level(0) }, { ...both, recorded }).a).toEqual(level(3, { evidence: "genug" }));
    expect(agreedAnswers({}, { ...noTeam, recorded }).a).toEqual(level(3));
  });
  it("has the day of the last answer to it", () => {
    expect(agreed(level(1, { date: "2026-02-01" }), level(1, { date: "2026-01-01" }))?.date).toBe("2026-02-01");
  });
});

it("tells whether anybody has answered otherwise since", () => {
  const tag = answersTagOf({ a: level(1) }, team(level(2)), "a");
  expect(answersTagOf({ a: level(1), b: level(4) }, team(level(2)), "a")).toBe(tag);
  expect(answersTagOf({ a: level(1) }, team(level(3)), "a")).not.toBe(tag);
});

it("counts those who have answered anything", () => {
  const people = [person({ a: { note: "nur notiert" } }), person({ a: dk }, "C")];
  expect(respondentsOf({}, { people }).map(({ name }) => name)).toEqual(["C"]);
  expect(respondentsOf({ a: level(1) }, { people: [] }).map(({ name }) => name)).toEqual([null]);
});

it("keeps no name in a closed round, and begins anew without answers", () => {
  const people = [
    { ...person({ a: level(1, { by: "Erika", note: "n" }) }, "Erika"), ask: "Frau Y", until: "2026-12-01" },
    { ...person({}), state: "revoked" as const },
  ];
  const whole: Team = { people, recorded: { a: { answer: level(2), reason: "r", about: "t" } }, showNames: true };
  expect(JSON.stringify(withoutNames(whole))).not.toMatch(/Erika|Frau Y|2026-12-01/);
  expect(withoutNames(whole).people[0]?.answers).toEqual({ a: level(1, { note: "n" }) });
  expect(agreedAnswers({}, withoutNames(whole))).toEqual({ a: level(2, { note: "n" }) });
  expect(begunAnew(whole)).toMatchObject({ recorded: {}, showNames: true });
  expect(begunAnew(whole).people.map(({ name, state, answers, ask }) => [name, state, answers, ask])).toEqual([
    ["Erika", "invited", {}, ""],
    ["B", "revoked", {}, ""],
  ]);
});
