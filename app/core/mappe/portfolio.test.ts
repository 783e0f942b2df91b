import { describe, expect, it } from "vitest";
import { standardModel } from "../../../tests/support/standard-model";
import type { Content } from "../content";
import type { Initiative } from "../initiatives/initiative";
import { dimensionIds } from "../vocabulary";
import { commonGaps, commonMeasures } from "./common-gaps";
import { isComparable, largestDifferences } from "./compare";
import { filterPortfolio, medianOf, mediansOf, portfolioRow, sortPortfolio, type PortfolioRow } from "./portfolio";
import { progressAt } from "./progress-state";
import { levelsOf, summaryOf } from "./summary";

const model = standardModel();
const items = model.dimensions.flatMap((dimension) => dimension.items.map(({ id }) => id));
const content = { models: { municipality: { "2.0.0": model }, sme: {} } } as unknown as Pick<Content, "models">;
const today = "2026-11-26";

/** An organisation whose answers are all at one level, but for some. */
function row(
  name: string,
  level: 0 | 1 | 2 | 3 | 4 | null,
  more: Record<string, 0 | 1 | 2 | 3 | 4 | "dk" | "na"> = {},
  changedOn = today,
): PortfolioRow {
  const given = Object.fromEntries(level === null ? [] : items.map((id) => [id, level as number | string]));
  const answers = Object.fromEntries(
    Object.entries({ ...given, ...more }).map(([id, value]) => [
      id,
      typeof value === "number" ? { level: value } : value === "na" ? { answer: "na", reason: "x" } : { answer: "dk" },
    ]),
  ) as Parameters<typeof summaryOf>[0]["answers"];
  const common = { track: "municipality", modelVersion: "2.0.0", aiUse: "unknown", organisation: { name, land: "NW" } } as const;
  const rounds = { closed: 0, lastClosedOn: null, begunOn: null };
  const summary = summaryOf({ ...common, depth: "full", answers, weights: {}, rounds }, content);
  return portfolioRow({ id: name, ...common, facts: {}, changedOn, summary }, today);
}
const nameOf = ({ organisation }: PortfolioRow) => organisation.name ?? "";
const byName = (a: PortfolioRow, b: PortfolioRow) => nameOf(a).localeCompare(nameOf(b));

describe("how far an organisation is", () => {
  const facts = { answered: 36, asked: 36, isBetweenRounds: false, since: "2026-05-26" };
  it("is told from its answers, its rounds and the half-year after", () => {
    expect(progressAt({ ...facts, answered: 0 }, today).state).toBe("not-begun");
    expect(progressAt({ ...facts, answered: 35 }, today).state).toBe("in-progress");
    expect(progressAt(facts, "2026-11-25").state).toBe("done");
    expect(progressAt(facts, today).state).toBe("due-again");
    expect(progressAt({ ...facts, answered: 0, isBetweenRounds: true }, "2026-06-01").state).toBe("done");
  });
});

describe("a summary", () => {
  it("holds the report's values and the levels of all questions", () => {
    const { summary } = row("A", 2, { [items[0] ?? ""]: "dk", [items[1] ?? ""]: "na", [items[2] ?? ""]: 4 });
    expect(summary.levels).toBe(`on4${"2".repeat(33)}`);
    expect([...levelsOf(summary, items).values()].slice(0, 4)).toEqual(["open", "na", 4, 2]);
    expect(summary.overall.score).toBeCloseTo((33 * 50 + 100) / 35, 9);
    expect(summary).toMatchObject({ answered: 36, asked: 36, overall: { stage: 2 } });
  });
});

describe("the Übersicht", () => {
  const rows = [row("Cern", 1, {}, "2026-01-01"), row("Ahlen", 3), row("Bünde", null), row("Dorf", 1)];
  it("finds by name, stage and state", () => {
    const all = { search: "", land: "", sizeClass: "", sector: "", track: "", stage: "", state: "", round: "", dueBy: "" };
    const found = (filter: Partial<typeof all>) => filterPortfolio(rows, { ...all, ...filter }, nameOf).map(nameOf);
    expect(found({ search: " bÜN " })).toEqual(["Bünde"]);
    expect(found({ stage: "1" })).toEqual(["Cern", "Dorf"]);
    expect(found({ stage: "none" })).toEqual(["Bünde"]);
    expect(found({ state: "due-again" })).toEqual(["Cern"]);
    expect(found({ land: "BY" })).toEqual([]);
    expect([found({ round: "1" }), found({ round: "2" })]).toEqual([["Cern", "Ahlen", "Bünde", "Dorf"], []]);
    expect([found({ dueBy: "2026-06-30" }), found({ dueBy: "2026-07-01" })]).toEqual([[], ["Cern"]]);
    expect(found({ dueBy: "2027-05-26" })).toEqual(["Cern", "Ahlen", "Dorf"]);
  });
  it("sorts by what is due, by name and by value, with what has none at the end either way", () => {
    const sorted = (key: "due" | "name" | "overall" | "skills", isDescending = false) =>
      sortPortfolio(rows, { key, isDescending }, byName).map(nameOf).join(" ");
    expect(sorted("due")).toBe("Cern Ahlen Dorf Bünde");
    expect(sorted("name", true)).toBe("Dorf Cern Bünde Ahlen");
    expect(sorted("overall")).toBe("Cern Dorf Ahlen Bünde");
    expect(sorted("skills", true)).toBe("Ahlen Cern Dorf Bünde");
  });
  it("takes medians over those that have a value", () => {
    expect([medianOf([]), medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([null, 2, 2.5]);
    expect(mediansOf(rows)).toMatchObject([{ track: "municipality", modelVersion: "2.0.0", overall: 25, count: 3 }]);
    expect(mediansOf(rows)[0]?.topics.get("skills")).toBe(25);
    expect(mediansOf([])).toEqual([]);
  });
  it("takes them over each questionnaire by itself, the larger group first", () => {
    const of = (one: PortfolioRow, questionnaire: Partial<PortfolioRow>) => ({ ...one, ...questionnaire });
    const mixed = [row("A", 0), of(row("B", 3), { track: "sme" }), row("C", 1), of(row("D", 4), { modelVersion: "1.0.0" })];
    expect(mediansOf(mixed).map(({ track, modelVersion, overall, count }) => [track, modelVersion, overall, count])).toEqual([
      ["municipality", "2.0.0", 12.5, 2],
      ["municipality", "1.0.0", 100, 1],
      ["sme", "2.0.0", 75, 1],
    ]);
  });
});

describe("side by side", () => {
  it("values are compared within one version of one questionnaire", () => {
    const [one, other] = [row("A", 1), row("B", 3)];
    expect([isComparable([one, other]), isComparable([one, { ...other, modelVersion: "1.0.0" }])]).toEqual([true, false]);
    expect(largestDifferences([one, other, row("C", 2)]).get("skills")).toBe(50);
    expect(largestDifferences([one, row("D", null)])).toEqual(new Map(dimensionIds.map((id) => [id, null])));
  });
});

describe("what many lack", () => {
  const [first = "", second = ""] = items;
  const rows = [row("A", 3, { [first]: 1 }), row("B", 3, { [first]: 0, [second]: "dk" }), row("C", 3, { [first]: "na" }), row("D", null)];
  it("counts who stands low or open, of those to whom the question applies and who have begun", () => {
    expect(commonGaps(rows, content).map(({ item, low, open, applicable }) => [item, low, open, applicable])).toEqual([
      [first, 2, 0, 2],
      [second, 0, 1, 3],
    ]);
  });
  it("counts whom a measure would lift, and for whom only open answers", () => {
    const measure = (id: string, lifts: { item: string; level: number }[], tracks = ["municipality"]) =>
      ({ id, lifts, tracks, requires: { items: [] } }) as unknown as Initiative;
    const initiatives = [
      measure("open", [{ item: second, level: 2 }]),
      measure("both", [{ item: first, level: 2 }, { item: second, level: 2 }]), // prettier-ignore
      measure("nobody", [{ item: first, level: 0 }]),
      measure("others", [{ item: first, level: 4 }], ["sme"]),
      { ...measure("beginning", [{ item: first, level: 2 }]), onlyBelow: [{ item: first, level: 1 as const }] },
      ...["law", "law-of-others"].map((law) => ({
        ...measure(law, [{ item: first, level: 2 }]),
        duties: [law],
        onlyForDuties: true as const,
      })),
    ];
    const duty = (id: string, conditions: unknown[]) => ({ id, tracks: ["municipality"], conditions, appliesUntil: null, fulfilledBy: {} });
    const duties = [duty("law", [{ laender: ["NW"] }]), duty("law-of-others", [{ laender: ["BY"] }])] as unknown as Content["duties"];
    expect(
      commonMeasures(rows, { ...content, initiatives, duties }, today).map(({ initiative, lifts, onlyOpen, of }) => [
        initiative.id,
        lifts,
        onlyOpen,
        of,
      ]),
    ).toEqual([
      ["both", 2, 0, 3],
      ["law", 2, 0, 3],
      ["beginning", 1, 0, 3],
      ["open", 1, 1, 3],
    ]);
  });
});
