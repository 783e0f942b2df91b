import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/support/builders";
import { answersOf, standardModel, type Given } from "../../../tests/support/standard-model";
import type { Answers } from "../assessment/answer";
import { standingsOf } from "../assessment/standing";
import { scoredItems } from "../score/scored-items";
import { valueOf } from "../score/value";
import { dimensionIds, type AiUse } from "../vocabulary";
import { catalogueFor, isFulfilled } from "./catalogue";
import type { Initiative } from "./initiative";
import { createListMaker, listInitiatives, type ListInput } from "./order";

const model = standardModel();
const size = "inhabitants-under-20000";

type Short = {
  days?: number;
  cost?: number;
  lifts: Record<string, number>;
  needs?: Record<string, number>;
  after?: string[];
  stages?: Record<string, number>;
  duties?: string[];
};

function make(id: string, { days = 1, cost = 0, lifts, needs = {}, after = [], stages = {}, duties = [] }: Short): Initiative {
  const amount = (value: number) => ({ [size]: { once: [value, value] as [number, number], yearly: [0, 0] as [number, number] } });
  return initiative(id, {
    tracks: ["municipality"],
    lifts: Object.entries(lifts).map(([item, level]) => ({ item, level, step: 1 })),
    requires: {
      items: Object.entries(needs).map(([item, level]) => ({ item, level })),
      initiatives: after,
      stages: Object.entries(stages).map(([dimension, stage]) => ({ dimension: dimension as (typeof dimensionIds)[number], stage })),
    },
    effortPersonDays: amount(days),
    costEuro: amount(cost),
    duties,
  });
}

function input(initiatives: Initiative[], answers: Answers = answersOf(0), due: string[] = []): ListInput {
  const assessment = { depth: "full" as const, aiUse: "unknown" as const, answers };
  const items = scoredItems(model, assessment);
  return { track: "municipality", sizeClass: size, initiatives, items, standings: standingsOf(model, assessment), due: new Set(due) };
}
const list = (...all: Parameters<typeof input>) => listInitiatives(input(...all));
const ids = (entries: { initiative: Initiative }[]) => entries.map((entry) => entry.initiative.id);

describe("the worked cases of the method, section 12", () => {
  const a = make("a", { days: 10, lifts: { "strategy-1": 3 } });
  it.each([
    [12, ["c", "b", "a"]],
    [13, ["a", "c", "b"]],
  ])("18: what is required goes first, and its effort counts (%s days)", (days, order) => {
    const b = make("b", { days: 4, lifts: { "funding-1": 4 }, after: ["c"] });
    const c = make("c", { days, lifts: { "skills-2": 1 } });
    expect(ids(list([a, b, c]).entries)).toEqual(order);
  });
  it("19: of equal ratios the cheaper, then the first", () => {
    const [one, two, three] = [
      make("a", { days: 5, cost: 200, lifts: { "strategy-1": 2 } }),
      make("b", { days: 5, cost: 100, lifts: { "strategy-2": 2 } }),
      make("c", { days: 5, cost: 100, lifts: { "strategy-3": 2 } }),
    ];
    expect(ids(list([three, two, one]).entries)).toEqual(["b", "c", "a"]);
  });
  it("20: duties first, and what is reached already instead", () => {
    const e = make("e", { days: 10, lifts: { "strategy-1": 3, "funding-1": 1 } });
    const d = make("d", { days: 50, lifts: { "skills-2": 1 }, duties: ["literacy"] });
    const { entries, instead } = list([a, e, d], answersOf(0), ["literacy"]);
    expect(ids(entries)).toEqual(["d", "e"]);
    expect(entries[0]?.duties).toEqual(["literacy"]);
    expect(instead).toEqual([{ initiative: a, by: ["e"] }]);
    expect(ids(list([a, e, d]).entries)).toEqual(["e", "d"]);
  });
  it("21: a stage may be reached on the way", () => {
    const x = make("x", { days: 2, lifts: { "funding-1": 4 }, stages: { foundations: 1 } });
    expect(ids(list([x, make("y", { days: 40, lifts: { "foundations-1": 2 } })]).entries)).toEqual(["y", "x"]);
    const { entries, later } = list([x, make("y", { days: 40, lifts: { "foundations-1": 1 } })]);
    expect(ids(entries)).toEqual(["y"]);
    expect(later).toEqual([{ initiative: x, stages: [{ dimension: "foundations", stage: 1 }], items: [], initiatives: [] }]);
  });
});

describe("a required level", () => {
  const needy = make("needy", { lifts: { "strategy-1": 4 }, needs: { "skills-2": 2 } });
  const [light, heavy] = [make("light", { days: 5, lifts: { "skills-2": 2 } }), make("heavy", { days: 6, lifts: { "skills-2": 3 } })];

  it("is met by today's answer, or by what does not apply", () => {
    for (const given of [2, "na"] as Given[]) {
      const { entries } = list([needy], answersOf({ skills: [0, given, 0, 0] }, 0));
      expect(entries).toMatchObject([{ prerequisiteFor: null }]);
    }
  });
  it("is met by the initiative of least effort that reaches it, which says for whose sake it stands there", () => {
    const { entries } = list([needy, heavy, light]);
    expect(ids(entries).slice(0, 2)).toEqual(["light", "needy"]);
    expect(entries[0]?.prerequisiteFor).toBe("needy");
    expect(entries[1]?.prerequisiteFor).toBeNull();
  });
  it("of equal effort by the cheaper one, then by the first id", () => {
    const same = (id: string, cost: number) => make(id, { days: 5, cost, lifts: { "skills-2": 2 } });
    expect(ids(list([needy, same("m", 10), same("n", 5)]).entries)[0]).toBe("n");
    expect(ids(list([needy, same("n", 5), same("m", 5)]).entries)[0]).toBe("m");
  });
  it("is met by what reaches it and lifts more besides", () => {
    const broad = make("broad", { days: 40, lifts: { "skills-1": 1, "skills-2": 2 } });
    expect(list([needy, broad]).entries).toMatchObject([{ prerequisiteFor: "needy" }, { prerequisiteFor: null }]);
  });
  it("that nothing reaches puts it off, and says so", () => {
    const later = [{ initiative: needy, stages: [], items: [{ item: "skills-2", level: 2 }], initiatives: [] }];
    expect(list([needy])).toEqual({ entries: [], instead: [], later });
    const [less, elsewhere] = [make("less", { lifts: { "skills-2": 1 } }), make("elsewhere", { lifts: { "skills-1": 4 } })];
    expect(list([needy, less, elsewhere]).later).toEqual(later);
  });
  it("is met by a level that the list has reached by then, and needs no stand-in", () => {
    const wide = make("wide", { days: 7, lifts: { "skills-1": 4, "skills-2": 2, "skills-3": 4 } });
    const { entries } = list([make("needy", { days: 20, lifts: { "strategy-1": 4 }, needs: { "skills-2": 2 } }), wide, light]);
    expect(entries.map(({ initiative: { id }, prerequisiteFor }) => [id, prerequisiteFor])).toEqual([
      ["wide", null],
      ["needy", null],
    ]);
  });
  it("cannot be met by the initiative that needs it", () => {
    const own = make("own", { days: 0.5, lifts: { "strategy-1": 4 }, needs: { "strategy-1": 2 } });
    expect(list([own]).later).toEqual([{ initiative: own, stages: [], items: [{ item: "strategy-1", level: 2 }], initiatives: [] }]);
    expect(list([own, make("other", { lifts: { "strategy-1": 2 } })]).entries).toMatchObject([
      { initiative: { id: "other" }, prerequisiteFor: "own" },
      { initiative: { id: "own" }, prerequisiteFor: null },
    ]);
  });
});

describe("what goes before an initiative", () => {
  const [m, c] = [make("m", { lifts: { "skills-1": 1 }, after: ["c"] }), make("c", { lifts: { "skills-2": 1 } })];
  const aim = (after: string[], needs = {}) => make("aim", { days: 0.25, lifts: { "strategy-1": 4 }, after, needs });

  it("each after its own requirements, siblings by id, whatever order they are named in", () => {
    expect(
      ids(list([aim(["z", "m", "a"]), make("z", { lifts: { "skills-3": 1 } }), m, c, make("a", { lifts: { "skills-4": 1 } })]).entries),
    ).toEqual(["a", "c", "m", "z", "aim"]);
  });
  it("once, where several require it; and all for the sake of the one that is wanted", () => {
    const { entries } = list([aim(["c", "m"]), m, c]);
    expect(entries.map(({ initiative: { id }, prerequisiteFor }) => [id, prerequisiteFor])).toEqual([
      ["c", "aim"],
      ["m", "aim"],
      ["aim", null],
    ]);
  });
  it("what stands in for a level as well as what is named", () => {
    expect(ids(list([aim(["m"], { "skills-3": 1 }), m, c, make("b", { lifts: { "skills-3": 1 } })]).entries)).toEqual([
      "b",
      "c",
      "m",
      "aim",
    ]);
  });
  it("counts with its effort and its cost", () => {
    const one = make("one", { cost: 5, lifts: { "strategy-2": 1 } });
    const two = make("two", { cost: 5, lifts: { "strategy-2": 4 }, after: ["one"] });
    const rival = (days: number, cost: number) => make("zero", { days, cost, lifts: { "funding-1": 4 } });
    const order = (days: number, cost: number) => ids(list([one, two, rival(days, cost)]).entries);
    expect(order(2, 11)).toEqual(["one", "two", "zero"]);
    expect(order(2, 9)).toEqual(["zero", "one", "two"]);
    expect(order(2.1, 9)).toEqual(["one", "two", "zero"]);
    expect(order(1.9, 11)).toEqual(["zero", "one", "two"]);
  });
  it("may make it pointless, and then it does not stand there", () => {
    const base = make("base", { lifts: { "strategy-1": 4 } });
    const small = make("small", { days: 0.25, lifts: { "strategy-1": 1 }, after: ["base"] });
    const { entries, instead } = list([base, small]);
    expect(entries).toMatchObject([{ initiative: { id: "base" }, prerequisiteFor: null }]);
    expect(instead).toEqual([{ initiative: small, by: ["base"] }]);
  });
  it("may make it pointless, and then the duty it answers calls for neither", () => {
    const base = make("base", { days: 9, lifts: { "strategy-1": 4 } });
    const small = make("small", { lifts: { "strategy-1": 1 }, after: ["base"], duties: ["due"] });
    const better = make("better", { lifts: { "strategy-2": 4 } });
    expect(ids(list([base, small, better], answersOf(0), ["due"]).entries)).toEqual(["better", "base"]);
  });
  it("may have a stage missing, which puts both off", () => {
    const base = make("base", { lifts: { "skills-1": 1 }, stages: { cooperation: 1 } });
    const { entries, later } = list([base, aim(["base"])]);
    expect(entries).toEqual([]);
    const stages = [{ dimension: "cooperation", stage: 1 }];
    expect(later.map((one) => [one.initiative.id, one.stages, one.initiatives])).toEqual([
      ["aim", stages, ["base"]],
      ["base", stages, []],
    ]);
  });
  it("may reach a stage that what follows stands on", () => {
    const base = make("base", { lifts: { "skills-1": 2 } });
    const upper = make("upper", { days: 0.25, lifts: { "strategy-1": 4 }, after: ["base"], stages: { skills: 1 } });
    expect(list([base, upper]).entries).toMatchObject([{ prerequisiteFor: "upper" }, { prerequisiteFor: null }]);
  });
});

describe("a stage", () => {
  const upper = make("upper", { lifts: { "strategy-1": 1 }, stages: { skills: 1 } });
  it("is reached by today's answers, of the dimension's own items, and open ones count as level 0", () => {
    expect(ids(list([upper], answersOf({ skills: [2, 0, 0, 0] }, 0)).entries)).toEqual(["upper"]);
    expect(ids(list([upper], answersOf({ skills: [2, "na", "na", "na"] }, 0)).entries)).toEqual(["upper"]);
    expect(ids(list([upper], answersOf({ skills: [1, "dk", null, 0] }, 4)).entries)).toEqual([]);
  });
  it("is never reached where nothing of the dimension applies", () => {
    const { entries, later } = list([upper], answersOf({ skills: ["na", "na", "na", "na"] }, 0));
    expect(entries).toEqual([]);
    expect(later).toMatchObject([{ stages: [{ dimension: "skills", stage: 1 }] }]);
  });
});

describe("duties", () => {
  it("come first as long as something answers one and qualifies, then all others", () => {
    const waiting = make("waiting", { lifts: { "skills-1": 1 }, duties: ["due"], after: ["gone"] });
    const [costly, best] = [
      make("costly", { days: 90, lifts: { "skills-2": 1 }, duties: ["other", "due"] }),
      make("best", { lifts: { "strategy-1": 4 } }),
    ];
    const { entries } = list([waiting, costly, best], answersOf(0), ["due"]);
    expect(entries.map((one) => [one.initiative.id, one.duties])).toEqual([
      ["costly", ["due"]],
      ["best", []],
    ]);
  });
});

const none: ReadonlySet<string> = new Set();

it("what is there for its duties alone lifts nothing where none of them may bind", () => {
  const check = { ...make("check", { lifts: { "security-1": 2 } }), duties: ["law"] };
  const liftsOf = (one: typeof check & { onlyForDuties?: true }, duties: string[]) =>
    catalogueFor([one], input([], answersOf({}, 0)).standings, "none", new Set(duties)).flatMap(({ lifts }) => lifts).length;
  expect([
    liftsOf(check, []),
    liftsOf({ ...check, onlyForDuties: true }, ["other"]),
    liftsOf({ ...check, onlyForDuties: true }, ["law"]),
  ]).toEqual([1, 0, 1]);
});

describe("what only begins something", () => {
  const trial = {
    ...make("trial", { lifts: { "use-cases-1": 2, "skills-1": 2 } }),
    onlyBelow: [{ item: "use-cases-1", level: 2 as const }],
  };
  const [after, other] = [make("after", { lifts: { "use-cases-1": 4 } }), make("other", { lifts: { "skills-1": 1 } })];
  const listFor = (answers: Answers) => {
    const given = input([trial, after, other], answers);
    return ids(listInitiatives({ ...given, initiatives: catalogueFor(given.initiatives, given.standings, "none", none) }).entries);
  };
  const at = (first: 1 | 2 | 3) => answersOf({ "use-cases": [first, 0, 0, 0] }, 0);

  it("is for those who have not begun, and lifts nothing of the others, whatever else they lack", () => {
    expect(listFor(at(1))).toEqual(["after", "trial"]);
    expect(listFor(at(2))).toEqual(["after", "other"]);
    expect(listFor(at(3))).toEqual(["after", "other"]);
  });
  it("is for those who have begun one part of it alone", () => {
    const both = { ...trial, onlyBelow: [...trial.onlyBelow, { item: "use-cases-2", level: 1 as const }] };
    const liftsAt = (second: 0 | 1) => {
      const { standings } = input([], answersOf({ "use-cases": [2, second, 0, 0] }, 0));
      return catalogueFor([both], standings, "none", none).flatMap(({ lifts }) => lifts).length;
    };
    expect([liftsAt(0), liftsAt(1)]).toEqual([2, 0]);
  });
  it("is fulfilled where it has begun, so that what comes after it need not wait", () => {
    const [beyond] = catalogueFor([trial], input([], at(2)).standings, "none", none);
    expect(beyond && isFulfilled(beyond, input([], at(2)).standings)).toBe(true);
    expect(isFulfilled(trial, input([], at(1)).standings)).toBe(false);
  });
});

describe("what is not required of those who use AI so", () => {
  const register = make("register", { days: 1, lifts: { "skills-1": 2 } });
  const needs = [
    { item: "use-cases-1", level: 2 as const, unless: ["unmanaged" as const] },
    { item: "strategy-1", level: 1 as const },
  ];
  const [trial, rules] = [make("trial", { days: 9, lifts: { "use-cases-1": 2 } }), make("rules", { days: 5, lifts: { "strategy-1": 1 } })];
  const all = [{ ...register, requires: { ...register.requires, items: needs } }, trial, rules];
  const listFor = (aiUse: AiUse) => {
    const given = input(all);
    return ids(listInitiatives({ ...given, initiatives: catalogueFor(all, given.standings, aiUse, none) }).entries);
  };

  it("may begin before it, and waits for the rest", () => {
    expect(listFor("unmanaged")).toEqual(["rules", "register", "trial"]);
    expect(listFor("trial")).toEqual(["rules", "trial", "register"]);
  });
});

describe("what is not listed", () => {
  it("and lifts what listed ones lift names those that share an item with it, by id", () => {
    const small = make("small", { days: 9, lifts: { "strategy-1": 1, "strategy-2": 1 } });
    const [z, a] = [make("z", { lifts: { "strategy-1": 2 } }), make("a", { lifts: { "strategy-2": 2, "skills-1": 1 } })];
    const far = make("far", { lifts: { "funding-1": 4 } });
    expect(list([small, z, far, a])).toMatchObject({ instead: [{ initiative: small, by: ["a", "z"] }], later: [] });
    expect(list([small, z], answersOf({ strategy: [0, 3, 0, 0] }, 0))).toMatchObject({
      instead: [{ initiative: small, by: ["z"] }],
      later: [],
    });
  });
  it("is not worth a word where it has no gain today", () => {
    const one = make("one", { lifts: { "strategy-1": 1 }, after: ["gone"] });
    expect(list([one], answersOf(1))).toEqual({ entries: [], instead: [], later: [] });
  });
  it("waits for what is neither listed nor fulfilled, and for levels that are not reached", () => {
    const waiting = make("waiting", {
      lifts: { "strategy-1": 4 },
      after: ["done", "gone", "listed"],
      needs: { "skills-2": 1, "skills-3": 2, "skills-1": 3 },
    });
    const [listed, done] = [make("listed", { lifts: { "skills-2": 1 } }), make("done", { lifts: { "skills-1": 3 } })];
    expect(list([waiting, listed, done], answersOf({ skills: [3, 0, 0, 0] }, 0)).later).toEqual([
      { initiative: waiting, stages: [], items: [{ item: "skills-3", level: 2 }], initiatives: ["gone"] },
    ]);
  });
  it("names of its stages only those that are not reached, also where something else is missing", () => {
    const waiting = make("waiting", { lifts: { "strategy-1": 4 }, after: ["gone"], stages: { skills: 2, security: 2 } });
    expect(list([waiting], answersOf({ skills: [2, 2, 2, 2] }, 0)).later).toEqual([
      { initiative: waiting, stages: [{ dimension: "security", stage: 2 }], items: [], initiatives: ["gone"] },
    ]);
  });
});

it("lists the initiatives of the own track only", () => {
  const other = { ...make("other", { lifts: { "strategy-1": 1 } }), tracks: ["sme" as const] };
  expect(list([other])).toEqual({ entries: [], instead: [], later: [] });
});

it("lifts nothing that does not apply, and is measured by what is left", () => {
  const one = make("one", { lifts: { "strategy-1": 4, "strategy-2": 1 } });
  const { entries } = list([one], answersOf({ strategy: ["na", 0, 0, 0] }, 0));
  expect(entries[0]?.lifts).toEqual([{ item: "strategy-2", from: 0, to: 1, open: false }]);
  expect(entries[0]?.rise).toBeCloseTo(25 / 35, 9);
});

it("ends where as many are listed as are wanted", () => {
  const given = input([
    make("a", { lifts: { "strategy-1": 1 }, after: ["b"] }),
    make("b", { lifts: { "strategy-2": 1 } }),
    make("c", { days: 9, lifts: { "strategy-3": 1 } }),
  ]);
  const wanted = (limit: number) =>
    ids(
      createListMaker(given).entries(
        given.items.map(() => 0),
        limit,
      ),
    );
  expect([0, 1, 2, 9].map(wanted)).toEqual([[], ["b"], ["b", "a"], ["b", "a", "c"]]);
});

it("needs no initiative that is fulfilled already", () => {
  const base = make("base", { days: 100, lifts: { "skills-2": 1 } });
  const next = make("next", { lifts: { "strategy-1": 1 }, after: ["base"] });
  expect(ids(list([base, next], answersOf({ skills: [0, 1, 0, 0] }, 0)).entries)).toEqual(["next"]);
  expect(ids(list([base, next], answersOf({ skills: [0, "na", 0, 0] }, 0)).entries)).toEqual(["next"]);
  expect(ids(list([base, next], answersOf({ skills: [0, "dk", 0, 0] }, 0)).entries)).toEqual(["base", "next"]);
});

it("puts off what requires an initiative that is not there, or itself in the end", () => {
  const orphan = make("orphan", { lifts: { "strategy-1": 1 }, after: ["gone"] });
  const [one, two] = [
    make("one", { lifts: { "strategy-2": 1 }, after: ["two"] }),
    make("two", { lifts: { "strategy-3": 1 }, after: ["one"] }),
  ];
  const { entries, later } = list([orphan, one, two]);
  expect(entries).toEqual([]);
  expect(later.map(({ initiative: { id }, initiatives }) => [id, initiatives])).toEqual([
    ["one", ["two"]],
    ["orphan", ["gone"]],
    ["two", ["one"]],
  ]);
});

it("says what an entry lifts, and where nobody knows the start", () => {
  const one = make("one", { lifts: { "strategy-1": 3, "strategy-2": 2, "strategy-3": 1, "strategy-4": 2 } });
  const more = make("more", { lifts: { "strategy-1": 4 }, after: ["one"] });
  const { entries } = list([one, more], answersOf({ strategy: ["dk", 1, 4, 2] }, 0));
  expect(entries[1]?.lifts).toEqual([{ item: "strategy-1", from: 3, to: 4, open: false }]);
  expect(entries[0]?.lifts).toEqual([
    { item: "strategy-1", from: 0, to: 3, open: true },
    { item: "strategy-2", from: 1, to: 2, open: false },
  ]);
  expect(entries[0]?.rise).toBeCloseTo((4 * 25) / 36, 9);
});

it("never puts anything before what it requires; rises add up; whatever is listed raises the value or is a named prerequisite", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const anyItem = fc.tuple(fc.constantFrom(...dimensionIds), fc.integer({ min: 1, max: 4 })).map(([id, number]) => `${id}-${number}`);
  const anyShort = fc.record({
    days: fc.integer({ min: 0, max: 20 }),
    cost: fc.integer({ min: 0, max: 3 }),
    lifts: fc.dictionary(anyItem, fc.integer({ min: 1, max: 4 }), { minKeys: 1, maxKeys: 3 }),
    needs: fc.dictionary(anyItem, fc.integer({ min: 1, max: 3 }), { maxKeys: 1 }),
    after: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }),
    stages: fc.dictionary(fc.constantFrom(...dimensionIds), fc.integer({ min: 1, max: 2 }), { maxKeys: 1 }),
    duties: fc.constantFrom<string[]>([], ["due"]),
  });
  const anyAnswers = fc
    .array(fc.constantFrom<Given>(0, 0, 1, 2, 3, "dk", "na", null), { minLength: 36, maxLength: 36 })
    .map((values) => answersOf(Object.fromEntries(dimensionIds.map((id, index) => [id, values.slice(4 * index, 4 * index + 4)]))));
  fc.assert(
    fc.property(fc.array(anyShort, { minLength: 7, maxLength: 7 }), anyAnswers, (shorts, answers) => {
      const given = input(
        shorts.map((short, index) => make(names[index] ?? "", short)),
        answers,
        ["due"],
      );
      const { entries } = listInitiatives(given);
      const levels = new Map<string, number>(given.items.map(({ id, level }) => [id, level ?? 0]));
      const done = new Set(
        given.initiatives
          .filter(({ lifts }) =>
            lifts.every(({ item, level }) =>
              ["na", ...([0, 1, 2, 3, 4] as Given[]).filter((own) => Number(own) >= level)].includes(given.standings.get(item) ?? "open"),
            ),
          )
          .map(({ id }) => id),
      );
      const before = valueOf(given.items)?.lower ?? 0;
      for (const { initiative: one, rise, prerequisiteFor } of entries) {
        for (const id of one.requires.initiatives) expect(done).toContain(id);
        for (const { item, level } of one.requires.items)
          expect(given.standings.get(item) === "na" || (levels.get(item) ?? 0) >= level).toBe(true);
        expect(rise > 1e-9 || prerequisiteFor !== null).toBe(true);
        for (const { item, level } of one.lifts) if (levels.has(item)) levels.set(item, Math.max(levels.get(item) ?? 0, level));
        done.add(one.id);
      }
      expect(new Set(ids(entries)).size).toBe(entries.length);
      const after = valueOf(given.items.map((item) => ({ ...item, level: (levels.get(item.id) ?? 0) as 0 })))?.lower ?? 0;
      expect(before + entries.reduce((sum, { rise }) => sum + rise, 0)).toBeCloseTo(after, 6);
    }),
  );
});
