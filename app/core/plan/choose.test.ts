import { describe, expect, it } from "vitest";
import { dimension, item } from "../../../tests/support/builders";
import {
  highs,
  idsOf,
  laidAt,
  noPlan,
  plan,
  planInput,
  smallModel,
  startsOf,
  step,
  wide,
  type Setting,
} from "../../../tests/support/plans";
import type { Level } from "../assessment/answer";
import { choose } from "./choose";
import { planProblem } from "./problem";
import { planAims } from "./solve";

const strategy = { "strategy-1": 2 };

describe("of what can be chosen", () => {
  it("takes what is free where there is no money", () => {
    const free = step("free", { lifts: strategy, cost: 0 });
    const result = plan({ limits: { budgetEuro: 0 }, initiatives: [free, step("paid", { lifts: { "skills-1": 4 } })] });
    expect(result).toMatchObject({ gap: 0, costEuro: 0, personDays: 10, score: { before: 0, after: 12.5 }, suggested: false });
    expect(idsOf(result)).toEqual(["free"]);
  });
  it("prefers what raises as much for less money, then for less effort, then the earlier id", () => {
    const dear = step("a", { lifts: strategy, cost: 200 });
    const slow = step("b", { lifts: strategy, days: 20 });
    const alike = [step("d", { lifts: strategy }), step("c", { lifts: strategy })];
    expect(idsOf(plan({ initiatives: [dear, slow, ...alike] }))).toEqual(["c"]);
    expect(idsOf(plan({ initiatives: [dear, slow] }))).toEqual(["b"]);
  });
  it("takes costs and efforts at the middle of their ranges", () => {
    const result = plan({ limits: { budgetEuro: 250 }, initiatives: [step("a", { lifts: strategy, cost: [100, 400], days: [5, 10] })] });
    expect(result).toMatchObject({ costEuro: 250, personDays: 7.5, cautiousEuro: 325 });
    expect(
      noPlan({ limits: { budgetEuro: 249, pinned: ["a"] }, initiatives: [step("a", { lifts: strategy, cost: [100, 400] })] }).missing.euro,
    ).toBe(1);
  });
  it("weighs dimensions as people have weighted them", () => {
    const initiatives = [step("a", { lifts: strategy }), step("b", { lifts: { "skills-1": 3 } })];
    expect(idsOf(plan({ initiatives, limits: { budgetEuro: 100 } }))).toEqual(["b"]);
    expect(idsOf(plan({ initiatives, limits: { budgetEuro: 100 }, weights: new Map([["strategy", 2]]) }))).toEqual(["a"]);
  });
  it("has one that uses AI where it fits, although others would raise the value more", () => {
    const initiatives = [step("more", { lifts: { "strategy-1": 4 } }), step("use", { lifts: { "skills-1": 1 }, kind: "use" })];
    expect(idsOf(plan({ initiatives, limits: { budgetEuro: 100 } }))).toEqual(["use"]);
    const dear = [step("more", { lifts: { "strategy-1": 4 } }), step("use", { lifts: { "skills-1": 1 }, kind: "use", cost: 101 })];
    expect(idsOf(plan({ initiatives: dear, limits: { budgetEuro: 100 } }))).toEqual(["more"]);
    expect(idsOf(plan({ initiatives, limits: { budgetEuro: 100 }, levels: { "skills-1": 1 } }))).toEqual(["more"]);
    // One that raises nothing itself, because nobody is asked about what it lifts, is none to spend money on for that.
    const silent = [
      step("silent", { lifts: { "skills-2": 1 }, kind: "use" }),
      step("upon", { lifts: { "skills-1": 4 }, after: ["silent"], cost: 300 }),
      step("more", { lifts: { "strategy-1": 4 }, cost: 150 }),
    ];
    expect(idsOf(plan({ initiatives: silent, depth: "quick", limits: { budgetEuro: 150 } }))).toEqual(["more"]);
  });
});

describe("duties", () => {
  const initiatives = [
    step("costly", { lifts: { "skills-1": 1 }, duties: ["literacy"], cost: 90 }),
    step("thorough", { lifts: { "skills-1": 2 }, duties: ["literacy", "register"], cost: 150 }),
    step("tempting", { lifts: { "strategy-1": 4 }, cost: 120 }),
  ];
  const idsUnder = (limits: Setting["limits"], due: string[], done: string[] = []) => idsOf(plan({ initiatives, limits, due, done }));

  it("that are due have something that answers them in, where they are forced", () => {
    const limits = { budgetEuro: 150, forceDuties: true };
    expect(idsUnder(limits, [])).toEqual(["tempting"]);
    expect(idsUnder(limits, ["literacy"])).toEqual(["thorough"]);
    expect(idsUnder({ ...limits, forceDuties: false }, ["literacy"])).toEqual(["tempting"]);
    expect(idsUnder({ ...limits, budgetEuro: 210 }, ["literacy"])).toEqual(["costly", "tempting"]);
    expect(idsUnder({ ...limits, budgetEuro: 210 }, ["register"])).toEqual(["thorough"]);
  });
  it("need nothing more where what answers them is done or nothing answers them", () => {
    expect(idsUnder({ budgetEuro: 150, forceDuties: true }, ["literacy"], ["costly"])).toEqual(["tempting"]);
    expect(idsUnder({ budgetEuro: 150, forceDuties: true }, ["unheard-of"])).toEqual(["tempting"]);
    const limits = { budgetEuro: 150, forceDuties: true, excluded: ["costly", "thorough"] };
    expect(idsUnder(limits, ["literacy"])).toEqual(["tempting"]);
  });
  it("are answered even by what lifts nothing that a quick check asks about", () => {
    const silent = step("silent", { lifts: { "strategy-2": 1 }, duties: ["literacy"] });
    const asked = (forceDuties: boolean) =>
      idsOf(plan({ initiatives: [silent], due: ["literacy"], depth: "quick", limits: { forceDuties } }));
    expect([asked(true), asked(false)]).toEqual([["silent"], []]);
  });
  it("are not answered by what the answers say is fulfilled", () => {
    const result = plan({ initiatives, limits: { forceDuties: true }, due: ["literacy"], levels: { "skills-1": 1 } });
    expect(result.steps.map(({ id, duties }) => [id, duties])).toEqual([
      ["thorough", ["literacy"]],
      ["tempting", []],
    ]);
  });
});

describe("requirements", () => {
  const base = step("base", { lifts: { "strategy-1": 1 } });
  const built = step("built", { lifts: { "skills-1": 4 }, after: ["base"] });

  it("come first, and are taken for the sake of what stands on them", () => {
    expect(startsOf(plan({ initiatives: [base, built] }))).toEqual({ base: 0, built: 1 });
  });
  it("are there where all that they lift is reached or does not apply, or where people have done them", () => {
    const both = step("base", { lifts: { "strategy-1": 1, "strategy-2": 2 } });
    expect(startsOf(plan({ initiatives: [both, built], levels: { "strategy-1": 1, "strategy-2": "na" } }))).toEqual({ built: 0 });
    expect(startsOf(plan({ initiatives: [both, built], done: ["base"] }))).toEqual({ built: 0 });
  });
  it("at a level are met by today's answer, by what does not apply, by anything that lifts so far, or by what is done", () => {
    const needy = step("needy", { lifts: { "skills-2": 4 }, needs: { "strategy-1": 2 } });
    const [low, high, dear] = [
      step("low", { lifts: { "strategy-1": 1 } }),
      step("high", { lifts: { "strategy-1": 2 }, days: 20 }),
      step("dear", { lifts: { "strategy-1": 3 }, cost: 300, days: 1 }),
    ];
    expect(startsOf(plan({ initiatives: [needy], levels: { "strategy-1": 2 } }))).toEqual({ needy: 0 });
    expect(startsOf(plan({ initiatives: [needy], levels: { "strategy-1": "na" } }))).toEqual({ needy: 0 });
    expect(startsOf(plan({ initiatives: [needy, low], levels: { "strategy-1": null } }))).toEqual({ low: 0 });
    // The dearer one is what the list would take for its little effort; with the money that there is, the other does.
    expect(startsOf(plan({ initiatives: [needy, high, dear], limits: { budgetEuro: 200 } }))).toEqual({ high: 0, needy: 1 });
    expect(startsOf(plan({ initiatives: [needy, high], done: ["high"] }))).toEqual({ needy: 0 });
    expect(idsOf(plan({ initiatives: [step("itself", { lifts: { "strategy-1": 3 }, needs: { "strategy-1": 2 } })] }))).toEqual([]);
  });
  it("wait even where a quick check does not ask for what they lift", () => {
    const unasked = step("base", { lifts: { "strategy-2": 1 } });
    const quick = { initiatives: [unasked, built], depth: "quick" as const };
    const asked = plan({ ...quick, levels: { "strategy-2": null } });
    expect(asked.steps).toMatchObject([
      { id: "base", rise: 0, lifts: [], prerequisiteFor: ["built"] },
      { id: "built", rise: 50 },
    ]);
    expect(idsOf(plan({ ...quick, levels: { "strategy-2": 1 } }))).toEqual(["built"]);
  });
});

describe("stages", () => {
  // Stage 1 begins at 12.5 points of the dimension: one level of one of its two items.
  const upper = step("upper", { lifts: { "skills-1": 4 }, stages: { strategy: 1 } });
  const lift = step("lift", { lifts: { "strategy-1": 1 } });

  it("hold by today's answers, open ones counted as nothing", () => {
    expect(startsOf(plan({ initiatives: [upper], levels: { "strategy-1": 1, "strategy-2": null } }))).toEqual({ upper: 0 });
    expect(idsOf(plan({ initiatives: [upper], levels: { "strategy-1": null, "strategy-2": null } }))).toEqual([]);
  });
  it("can be reached on the way, and what stands on them waits", () => {
    expect(startsOf(plan({ initiatives: [upper, lift] }))).toEqual({ lift: 0, upper: 1 });
  });
  it("are not reached by what people say is done before the answers say so", () => {
    expect(idsOf(plan({ initiatives: [upper, lift], done: ["lift"] }))).toEqual([]);
  });
  it("are worth a lift that would not pay for itself", () => {
    const rival = step("rival", { lifts: { "skills-2": 2 } });
    expect(idsOf(plan({ initiatives: [upper, lift, rival], limits: { budgetEuro: 200 } }))).toEqual(["lift", "upper"]);
  });
  it("are not reached by the initiative itself, nor by two that wait for each other", () => {
    const itself = step("itself", { lifts: { "strategy-1": 4 }, stages: { strategy: 1 } });
    const [a, b] = [
      step("a", { lifts: { "strategy-1": 4 }, stages: { skills: 1 } }),
      step("b", { lifts: { "skills-1": 4 }, stages: { strategy: 1 } }),
    ];
    expect(plan({ initiatives: [itself] }).leftOut).toEqual([{ id: "itself", reason: "stage-missing" }]);
    expect(plan({ initiatives: [a, b] }).leftOut.map(({ reason }) => reason)).toEqual(["stage-missing", "stage-missing"]);
    // A third could help either, but there is no money for three: the best pair is not the pair that helps itself.
    const third = step("third", { lifts: { "skills-2": 1 } });
    expect(startsOf(plan({ initiatives: [a, b, third], limits: { budgetEuro: 200 } }))).toEqual({ third: 0, a: 1 });
  });
  it("do not depend on how much the dimension counts", () => {
    expect(idsOf(plan({ initiatives: [upper, lift], weights: new Map([["strategy", 1e-9]]) }))).toEqual(["lift", "upper"]);
  });
  it("are never reached where nothing of the dimension applies", () => {
    expect(idsOf(plan({ initiatives: [upper, lift], levels: { "strategy-1": "na", "strategy-2": "na" } }))).toEqual([]);
  });
});

it("leaves what is done out, asks no money for it, and does not count its lifts", () => {
  const initiatives = [step("done", { lifts: { "strategy-1": 3 } }), step("other", { lifts: { "strategy-1": 2 } })];
  const result = plan({ initiatives, done: ["done"], limits: { pinned: ["done"] } });
  expect(result).toMatchObject({ costEuro: 100, score: { before: 0, after: 12.5 }, leftOut: [] });
  expect(idsOf(result)).toEqual(["other"]);
});

describe("a missing check of data protection", () => {
  const questionnaire = {
    ...smallModel(),
    dimensions: [dimension("data-protection", [item("privacy-assessment"), item("ai-register")])],
  };
  /** One of them takes all the time there is for half a year; the register stands before in the list. */
  const asked = (level: Level): Setting => ({
    questionnaire,
    levels: { "privacy-assessment": level },
    due: ["record", "register"],
    limits: { personDaysPerQuarter: 10, forceDuties: true },
    initiatives: [
      step("check", { lifts: { "privacy-assessment": 3 }, duties: ["record"], days: 20 }),
      step("register", { lifts: { "ai-register": 4 }, duties: ["register"], days: 20 }),
    ],
  });
  it("weighs as much as another duty", () => {
    expect(startsOf(plan(asked(2)))).toEqual({ register: 0, check: 2 });
    for (const level of [0, 1] as const) expect(startsOf(plan(asked(level)))).toEqual({ check: 0, register: 2 });
  });
  it("weighs as much as all other duties together", () => {
    const one = asked(1);
    const short = (id: string) => step(id, { lifts: { "ai-register": 1 }, duties: [id], days: 10 });
    const due = ["record", "minutes", "clauses"];
    const { check } = startsOf(plan({ ...one, due, initiatives: [one.initiatives[0]!, short("minutes"), short("clauses")] }));
    expect(check).toBe(0);
  });
});

describe("the quarters", () => {
  /** As one choice all three would go; by quarter, the long one and the wide one cannot both run beside the first. */
  const tight: Setting = {
    limits: { quarters: 2, personDaysPerQuarter: 10 },
    initiatives: [
      step("first", { lifts: { "strategy-1": 2 }, days: 4 }),
      step("second", { lifts: { "skills-1": 3 }, days: 8, after: ["first"] }),
      step("third", { lifts: { "strategy-2": 1 }, days: 7 }),
    ],
  };
  it("decide together with the choice where the best choice cannot be laid out", () => {
    expect(startsOf(plan(tight))).toEqual({ first: 0, second: 1 });
    expect(plan(tight)).toMatchObject({ gap: 0, score: { after: 31.25 } });
    expect(noPlan({ ...tight, limits: { ...tight.limits, pinned: ["second", "third"] } })).toMatchObject({
      reasons: [],
      missing: { euro: 0, quarters: 0, personDaysPerQuarter: 1 },
    });
  });
  it("are enough, or so many more are", () => {
    const initiatives = [
      step("a", { lifts: { "strategy-1": 1 } }),
      step("b", { lifts: { "skills-1": 1 }, after: ["a"], durationMonths: [8, 10] }),
    ];
    expect(noPlan({ initiatives, limits: { quarters: 2, pinned: ["b"] } }).missing).toEqual({
      euro: 0,
      personDaysPerQuarter: 0,
      quarters: 2,
    });
  });
});

describe("a choice", () => {
  const problemOf = (setting: Setting) => {
    const input = planInput(setting);
    return planProblem(input, input.limits ?? wide);
  };
  const effort = (seconds: number) => ({ work: 20_000, secondsLeft: () => seconds });
  const initiatives = [
    step("first", { lifts: { "strategy-1": 2 }, days: 4 }),
    step("second", { lifts: { "skills-1": 3 }, days: 8, after: ["first"] }),
    step("third", { lifts: { "strategy-2": 1 }, days: 7 }),
  ];
  const limits = { quarters: 2, personDaysPerQuarter: 10 };

  it("that there is not is told apart from one that was not found", () => {
    const impossible = problemOf({ initiatives, limits: { ...limits, pinned: ["second", "third"] } });
    expect(choose(impossible, planAims, highs, effort(10))).toEqual({ places: null, gap: 0 });
    // All three could gain 37.5 points, if there were a quarter more.
    expect(choose(impossible, planAims, highs, effort(0))).toEqual({ places: null, gap: 37.5 });
  });
  it("holds what must be in also where no work is left to solve choice and layout together", () => {
    // All four would be possible by their person-days, but not by quarter: the chain gains most, and has no room for the duty.
    const chain = ["strategy-1", "strategy-2", "skills-1"].map((item, index) =>
      step(`chain-${index}`, { lifts: { [item]: 2 + index }, days: index === 0 ? 4 : 5, after: index === 0 ? [] : [`chain-${index - 1}`] }),
    );
    const duty = step("duty", { lifts: { "skills-2": 1 }, days: 5, duties: ["literacy"], after: ["chain-0"] });
    const time = { quarters: 3, personDaysPerQuarter: 8, forceDuties: true };
    const problem = problemOf({ initiatives: [...chain, duty], due: ["literacy"], limits: time });
    const { places } = choose(problem, planAims, highs, { work: 0, secondsLeft: () => 10 });
    expect(places?.map(({ candidate }) => candidate.id).sort()).toEqual(["chain-0", "chain-1", "duty"]);
  });
  it("is no worse than one that is known, though no time is left to look for another", () => {
    const problem = problemOf({ initiatives, limits });
    const { places } = choose(problem, planAims, highs, effort(10));
    const kept = choose(problem, planAims, highs, effort(0), places);
    expect(kept.places?.map(({ candidate, start }) => [candidate.id, start]).sort()).toEqual([
      ["first", 0],
      ["second", 1],
    ]);
    expect(kept.gap).toBe(6.25);
  });
  describe("where no time is left, is the known one", () => {
    const due = ["literacy", "protection"];
    const kept = (setting: Setting, starts: Record<string, number>) => {
      const { problem, places } = laidAt(setting, starts);
      const chosen = choose(problem, planAims, highs, effort(0), places).places ?? [];
      return Object.fromEntries(chosen.map(({ candidate, start }) => [candidate.id, start]));
    };
    const lasting = (id: string, lifts: Record<string, number>, days: number, months: number, duties: string[] = []) =>
      step(id, { lifts, days, durationMonths: [months, months], duties });

    it("as it is laid out, where no order would find that", () => {
      const wedged = [
        ...[lasting("a", { "strategy-1": 1 }, 4, 3), lasting("b", { "strategy-2": 1 }, 15, 9)],
        ...[lasting("c", { "skills-1": 1 }, 14, 6), lasting("d", { "skills-2": 1 }, 9, 9)],
      ];
      const starts = { c: 0, d: 0, b: 2, a: 3 };
      expect(kept({ initiatives: wedged, limits: { personDaysPerQuarter: 10, quarters: 5 } }, starts)).toEqual(starts);
    });
    it("as it is laid out, where otherwise a duty would wait longer", () => {
      // The list would have the long one first.
      const duties = [lasting("long", { "strategy-1": 4 }, 18, 6, ["literacy"]), lasting("short", { "skills-1": 1 }, 7, 3, ["protection"])];
      const setting = { initiatives: duties, due, limits: { personDaysPerQuarter: 10, forceDuties: true } };
      expect(kept(setting, { short: 0, long: 1 })).toEqual({ short: 0, long: 1 });
    });
    it("in the order of the list, where no duty waits longer for that", () => {
      const duties = [lasting("a", { "strategy-2": 1 }, 8, 3, ["literacy"]), lasting("b", { "skills-2": 2 }, 12, 6, ["protection"])];
      const others = [lasting("much", { "strategy-1": 4 }, 10, 3), lasting("little", { "skills-1": 1 }, 10, 3)];
      const setting = { initiatives: [...duties, ...others], due, limits: { personDaysPerQuarter: 10, quarters: 5, forceDuties: true } };
      expect(kept(setting, { a: 0, b: 1, little: 3, much: 4 })).toEqual({ a: 0, b: 1, much: 3, little: 4 });
    });
  });
  it("is laid out in one of many orders in which no duty waits longer, though no work is left to solve it by quarter", () => {
    const items = ["funding-1", "funding-2", "foundations-1", "foundations-2", "skills-2"];
    const small = items.map((item, index) => step(`small-${index}`, { lifts: { [item]: 1 }, days: 1, cost: 10 }));
    const setting = {
      questionnaire: smallModel(["strategy", "skills", "funding", "foundations"]),
      due: ["literacy", "protection"],
      limits: { quarters: 3, personDaysPerQuarter: 10, forceDuties: true },
      initiatives: [
        step("long", { lifts: { "strategy-1": 4 }, days: 18, durationMonths: [6, 6], duties: ["literacy"] }),
        step("short", { lifts: { "skills-1": 1 }, days: 7, duties: ["protection"] }),
        // Costs less than all the small ones, but not together with one of them: giving up a few of them leads nowhere.
        step("large", { lifts: Object.fromEntries(items.map((item) => [item, 1])), days: 3, cost: 45 }),
        ...small,
      ],
    };
    const known = laidAt(setting, { short: 0, long: 1, "small-0": 0, "small-1": 0, "small-2": 0, "small-3": 1, "small-4": 2 });
    const { places } = choose(known.problem, planAims, highs, { work: 0, secondsLeft: () => 1000 }, known.places);
    expect(places?.map(({ candidate, start }) => [candidate.id, start]).sort()).toEqual([
      ["large", 0],
      ["long", 1],
      ["short", 0],
    ]);
  });
  it("is the one that is known where nothing is better", () => {
    const either = [step("a", { lifts: { "strategy-1": 1 } }), step("b", { lifts: { "skills-1": 1 } })];
    const problem = problemOf({ initiatives: either, limits });
    const known = problem.candidates.map((candidate, index) => ({ candidate, start: 1 - index }));
    expect(choose(problem, planAims, highs, effort(1000), known)).toEqual({ places: known, gap: 0 });
  });
  it("is not one that is known and holds what may not be in", () => {
    const { places } = choose(problemOf({ initiatives, limits }), planAims, highs, effort(10));
    const without = problemOf({ initiatives, limits: { ...limits, excluded: ["first"] } });
    expect(choose(without, planAims, highs, effort(0), places).places).toBeNull();
  });
  it("is not one that is known and does not hold what must be in", () => {
    const [third] = problemOf({ initiatives, limits }).candidates.filter(({ id }) => id === "third");
    if (!third) throw new Error("there is one");
    const pinned = problemOf({ initiatives, limits: { ...limits, pinned: ["first"] } });
    expect(choose(pinned, planAims, highs, effort(0), [{ candidate: third, start: 0 }]).places).toBeNull();
  });
});

describe("what is pinned", () => {
  it("is in, whatever it raises; what is not of the catalogue is passed over", () => {
    const initiatives = [step("a", { lifts: { "strategy-1": 1 } }), step("b", { lifts: { "strategy-1": 4 } })];
    expect(idsOf(plan({ initiatives, limits: { pinned: ["a", "elsewhere"], excluded: ["nowhere"] } }))).toEqual(["a", "b"]);
    expect(idsOf(plan({ initiatives, levels: { "strategy-1": 4 }, limits: { pinned: ["a"] } }))).toEqual(["a"]);
  });
  it("and cannot be had is named with its reason, and the nearest plan does without", () => {
    const initiatives = [
      step("alone", { lifts: { "strategy-1": 1 }, after: ["gone"] }),
      step("high", { lifts: { "strategy-2": 4 }, stages: { skills: 2 } }),
      step("out", { lifts: { "skills-1": 1 } }),
      step("in", { lifts: { "skills-2": 1 }, cost: 2000, days: 500 }),
    ];
    const result = noPlan({ initiatives, limits: { pinned: ["alone", "high", "out", "in"], excluded: ["out"] } });
    expect(result.reasons).toEqual([
      { id: "alone", reason: "requirement-missing" },
      { id: "high", reason: "stage-missing" },
      { id: "out", reason: "excluded" },
    ]);
    expect(result.missing).toEqual({ euro: 1000, personDaysPerQuarter: 25, quarters: 0 });
    expect(idsOf(result.nearest)).toEqual(["in"]);
    expect(result.nearest).toMatchObject({ suggested: false, limits: { pinned: ["in"], budgetEuro: 2000, personDaysPerQuarter: 125 } });
  });
  it("and cannot be had makes a plan impossible, though nothing else is missing", () => {
    const initiatives = [step("alone", { lifts: { "strategy-1": 1 }, after: ["gone"] }), step("other", { lifts: { "skills-1": 1 } })];
    const result = noPlan({ initiatives, limits: { pinned: ["alone"] } });
    expect(result).toMatchObject({ suggested: false, missing: { euro: 0, personDaysPerQuarter: 0, quarters: 0 } });
    expect([result.reasons, idsOf(result.nearest)]).toEqual([[{ id: "alone", reason: "requirement-missing" }], ["other"]]);
  });
  it("asks for time where nobody has any", () => {
    const initiatives = [step("a", { lifts: { "strategy-1": 1 }, days: 7 }), step("b", { lifts: { "skills-1": 1 }, days: 0 })];
    const result = noPlan({ initiatives, limits: { personDaysPerQuarter: 0, pinned: ["a"] } });
    expect(result.missing).toEqual({ euro: 0, personDaysPerQuarter: 2, quarters: 0 });
    expect(idsOf(plan({ initiatives, limits: { personDaysPerQuarter: 0 } }))).toEqual(["b"]);
  });
});

it("is empty, and proven, where nothing raises the value", () => {
  expect(plan({ initiatives: [] })).toMatchObject({ steps: [], gap: 0, leftOut: [], costEuro: 0, risk: { budget: 1, quarters: 1 } });
  const questionnaire = smallModel(["strategy"]);
  expect(plan({ questionnaire, initiatives: [], levels: { "strategy-1": "na", "strategy-2": "na" } })).toMatchObject({
    score: { before: 0, after: 0 },
    dimensions: [],
  });
});
