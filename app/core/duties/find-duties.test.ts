import { describe, expect, it } from "vitest";
import type { Standing } from "../assessment/standing";
import type { Condition, Duty } from "./duty";
import {
  answersBindingDuty,
  answersOpenDuty,
  askedFacts,
  type ApplicableDuty,
  factsOf,
  findDuties,
  inOrderOfConcern,
  isDue,
  mayBind,
  type Respondent,
} from "./find-duties";

const words = (text: string) => ({ de: text, en: text });
const day = "2026-11-25";

const duty = (conditions: Duty["conditions"], overrides: Partial<Duty> = {}): Duty => ({
  id: "duty",
  tracks: ["sme"],
  law: ["law"],
  title: words("Pflicht"),
  what: words("Was"),
  conditions,
  appliesFrom: null,
  appliesUntil: null,
  fulfilledBy: {},
  owner: words("Leitung"),
  caveat: null,
  ...overrides,
});
const respondent = (overrides: Partial<Respondent> = {}, standings: Record<string, Standing> = {}): Respondent => ({
  track: "sme",
  organisation: {},
  aiUse: "trial",
  facts: {},
  standings: new Map(Object.entries(standings)),
  ...overrides,
});
const apply = (one: Duty, who: Respondent = respondent()) => {
  const [found] = findDuties([one], who, day);
  if (!found) throw new Error("The duty is of another track.");
  return found;
};

const usingAi: Condition = { aiUse: ["trial", "operation"], asSoonAs: words("sobald Sie KI nutzen") };
const answered: Condition = { item: "contracts", from: 2, asSoonAs: words("sobald es Verträge gibt") };
const large: Condition = { sizeClasses: ["employees-50-249"] };
const making: Condition = { sectors: ["manufacturing"] };
const inNorth: Condition = { laender: ["NW"] };
const ofThePublic: Condition = { ownership: "public" };
const council: Condition = { applies: "council" };
const elected: Condition = { exists: "council" };
const asked: Condition = { fact: "sells-online", ask: words("Verkaufen Sie online?") };
const follows: Condition = { ...asked, impliedBy: ["has-a-shop"] };

describe("a condition", () => {
  it.each<[string, Condition, Respondent, object]>([
    ["how AI is used: true", usingAi, respondent(), { state: "now", because: [], becauseOfUse: true }],
    ["how AI is used: not yet", usingAi, respondent({ aiUse: "none" }), { state: "as-soon-as", asSoonAs: [words("sobald Sie KI nutzen")] }],
    ["how AI is used: unknown", usingAi, respondent({ aiUse: "unknown" }), { state: "to-clarify", open: [{ profile: "aiUse" }] }],
    ["an answer: reached", answered, respondent({}, { contracts: 2 }), { state: "now", because: ["contracts"], becauseOfUse: false }],
    ["an answer: below", answered, respondent({}, { contracts: 1 }), { state: "as-soon-as", because: [], becauseOfUse: false }],
    ["an answer: open", answered, respondent({}, { contracts: "open" }), { state: "to-clarify", open: [{ item: "contracts" }] }],
    ["an answer: not asked", answered, respondent(), { state: "to-clarify", open: [{ item: "contracts" }] }],
    ["an answer: does not apply", answered, respondent({}, { contracts: "na" }), { state: "does-not-apply" }],
    ["a size: own", large, respondent({ organisation: { sizeClass: "employees-50-249" } }), { state: "now" }],
    ["a size: another", large, respondent({ organisation: { sizeClass: "employees-10-49" } }), { state: "does-not-apply" }],
    ["a size: not told", large, respondent(), { state: "to-clarify", open: [{ profile: "sizeClass" }] }],
    ["a sector: own", making, respondent({ organisation: { sector: "manufacturing" } }), { state: "now" }],
    ["a sector: not told", making, respondent(), { state: "to-clarify", open: [{ profile: "sector" }] }],
    ["a Land: own", inNorth, respondent({ organisation: { land: "NW" } }), { state: "now" }],
    ["a Land: another", inNorth, respondent({ organisation: { land: "BY" } }), { state: "does-not-apply" }],
    ["a Land: not told", inNorth, respondent(), { state: "to-clarify", open: [{ profile: "land" }] }],
    ["an owner: own", ofThePublic, respondent({ organisation: { ownership: "public" } }), { state: "now" }],
    ["an owner: another", ofThePublic, respondent({ organisation: { ownership: "private" } }), { state: "does-not-apply" }],
    ["an owner: not told", ofThePublic, respondent(), { state: "does-not-apply" }],
    ["an owner: not told, as most are", { ownership: "private" }, respondent(), { state: "now" }],
    ["a subject that there is", council, respondent({}, { council: 0 }), { state: "now", because: [] }],
    ["a subject that there is not", council, respondent({}, { council: "na" }), { state: "does-not-apply" }],
    ["a subject of which a level tells", elected, respondent({}, { council: 0 }), { state: "now", because: [] }],
    ["a subject of which a level would tell", elected, respondent(), { state: "to-clarify", open: [{ item: "council" }] }],
    ["a subject that is told not to be", elected, respondent({}, { council: "na" }), { state: "does-not-apply" }],
    ["a fact: not told", asked, respondent(), { state: "to-clarify", open: [asked], told: [] }],
    ["a fact: so", asked, respondent({ facts: { "sells-online": true } }), { state: "now", told: [{ ...asked, holds: true }] }],
    [
      "a fact: not so",
      asked,
      respondent({ facts: { "sells-online": false } }),
      { state: "does-not-apply", told: [{ ...asked, holds: false }] },
    ],
    ["a fact: told by nobody", follows, respondent(), { state: "to-clarify", open: [asked], told: [] }],
    [
      "a fact: told to be so, with what it follows from",
      follows,
      respondent({ facts: { "has-a-shop": false, "sells-online": true } }),
      { state: "now", told: [{ ...asked, holds: true }] },
    ],
    [
      "a fact: told not to be so, though it would follow",
      follows,
      respondent({ facts: { "has-a-shop": true, "sells-online": false } }),
      { state: "does-not-apply" },
    ],
    [
      "a fact: what it follows from is not so",
      follows,
      respondent({ facts: { "has-a-shop": false } }),
      { state: "to-clarify", open: [asked] },
    ],
  ])("%s", (_name, condition, who, expected) => {
    expect(apply(duty([condition]), who)).toMatchObject(expected);
  });
});

describe("several conditions", () => {
  it("that can never hold outweigh those that do not hold yet, which outweigh what is open", () => {
    const nobody = respondent({ aiUse: "none", organisation: { sizeClass: "employees-1-9" } });
    expect(apply(duty([usingAi, large, asked]), nobody).state).toBe("does-not-apply");
    expect(apply(duty([usingAi, asked]), nobody).state).toBe("as-soon-as");
    expect(apply(duty([usingAi, asked])).state).toBe("to-clarify");
  });
  it("name all that is not so yet, and all that is open", () => {
    expect(apply(duty([usingAi, answered]), respondent({ aiUse: "none" }, { contracts: 0 })).asSoonAs).toHaveLength(2);
    expect(apply(duty([usingAi, answered]), respondent({}, { contracts: 2 }))).toMatchObject({
      because: ["contracts"],
      becauseOfUse: true,
    });
    expect(apply(duty([asked, large])).open).toEqual([asked, { profile: "sizeClass" }]);
  });
  it("of which one is enough hold as soon as one does, and stay open as long as one may", () => {
    const either = { anyOf: [large, usingAi] };
    expect(apply(duty([either])).state).toBe("now");
    expect(apply(duty([either]), respondent({ aiUse: "none" })).state).toBe("to-clarify");
    const small = { organisation: { sizeClass: "employees-1-9" as const } };
    expect(apply(duty([either]), respondent({ aiUse: "none", ...small })).state).toBe("as-soon-as");
    expect(apply(duty([{ anyOf: [large, inNorth] }]), respondent({ organisation: { ...small.organisation, land: "BY" } })).state).toBe(
      "does-not-apply",
    );
    const denied = { ...small, facts: { "sells-online": false } };
    expect(apply(duty([{ anyOf: [usingAi, asked] }]), respondent({ ...denied, aiUse: "none" })).state).toBe("as-soon-as");
    expect(apply(duty([{ anyOf: [large, asked] }]), respondent(denied)).state).toBe("does-not-apply");
    expect(apply(duty([{ anyOf: [large, answered] }]), respondent(small, { contracts: 3 })).because).toEqual(["contracts"]);
  });
});

describe("a date", () => {
  it.each([
    [{ appliesFrom: "2026-11-25" }, "now"],
    [{ appliesFrom: "2026-11-26" }, "from-date"],
    [{ appliesFrom: "2027-12" }, "from-date"],
    [{ appliesUntil: "2026-11-25" }, "now"],
    [{ appliesUntil: "2026-11-24" }, "does-not-apply"],
    [{ appliesFrom: "2026-11" }, "now"],
    [{ appliesUntil: "2026-11" }, "now"],
    [{ appliesUntil: "2026" }, "now"],
    [{ appliesUntil: "2026-10" }, "does-not-apply"],
  ])("%o", (dates, state) => {
    expect(apply(duty([usingAi], dates)).state).toBe(state);
  });
  it("does not hide that something has to be clarified first", () => {
    expect(apply(duty([asked], { appliesFrom: "2027-12-02" })).state).toBe("to-clarify");
  });
});

describe("whether it is fulfilled", () => {
  it.each<[Standing[], string]>([
    [[3, 4], "in-place"],
    [[2, 4], "partly"],
    [[1], "partly"],
    [[0, 4], "missing"],
    [[0, "open"], "missing"],
    [[3, "open"], "unknown"],
    [["open"], "unknown"],
    [[3, "na"], "in-place"],
    [["na"], "not-asked"],
    [[], "not-asked"],
  ])("goes by the weakest item that speaks of it: %o", (standings, fulfilment) => {
    const items = standings.map((_, index) => `item-${index}`);
    const who = respondent({}, Object.fromEntries(items.map((id, index) => [id, standings[index] ?? "open"])));
    expect(apply(duty([usingAi], { fulfilledBy: { sme: items } }), who).fulfilment).toBe(fulfilment);
  });
  it("nobody is asked where no item of the track speaks of it", () => {
    expect(apply(duty([], { fulfilledBy: { municipality: ["item"] } }), respondent({}, { item: 0 })).fulfilment).toBe("not-asked");
  });
  it("an item that the quick check does not ask is unknown", () => {
    expect(apply(duty([], { fulfilledBy: { sme: ["gone"] } })).fulfilment).toBe("unknown");
  });
  it("makes it due where it binds now and something is missing that answers speak of", () => {
    const due = (standing: Standing, one = duty([usingAi], { fulfilledBy: { sme: ["item"] } })) =>
      isDue(apply(one, respondent({}, { item: standing })));
    expect([0, 1, 2, 3, 4, "open", "na"].map((standing) => due(standing as Standing))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(due(0, duty([asked], { fulfilledBy: { sme: ["item"] } }))).toBe(false);
  });
});

it("leaves out the duties of the other track", () => {
  expect(findDuties([duty([], { tracks: ["municipality"] })], respondent(), day)).toEqual([]);
});

describe("what is to be clarified", () => {
  const ask: Condition = { fact: "does-that", ask: words("Tun Sie das?") };
  const told = respondent({ organisation: { sector: "manufacturing", sizeClass: "employees-50-249", ownership: "public" } });
  const found = (all: Record<string, Duty["conditions"]>) =>
    findDuties(
      Object.entries(all).map(([id, conditions]) => duty(conditions, { id })),
      told,
      day,
    );

  it("stands in the order in which it concerns the organisation: by its sector or owner, by its size, then the given one", () => {
    const own = { owner: [ofThePublic, ask], size: [large, ask], sector: [making, ask], both: [large, making, ask] };
    const duties = found({ b: [ask], a: [ask], ...own });
    expect(inOrderOfConcern(duties, day).map(({ duty: { id } }) => id)).toEqual(["both", "owner", "sector", "size", "b", "a"]);
    expect(duties.map(({ duty: { id } }) => id)).toEqual(["b", "a", "owner", "size", "sector", "both"]);
  });

  it("has at its end what is not law yet, whomever it concerns", () => {
    const ofDay = (id: string, conditions: Duty["conditions"], appliesFrom: string | null) => duty(conditions, { id, appliesFrom });
    const duties = findDuties([ofDay("ahead", [making, ask], "2026-11-26"), ofDay("b", [ask], null), ofDay("a", [ask], day)], told, day);
    expect(inOrderOfConcern(duties, day).map(({ duty: { id } }) => id)).toEqual(["b", "a", "ahead"]);
  });

  it("may bind as what binds and what is not so yet may, and as what does not apply may not", () => {
    const all = {
      open: [ask],
      now: [large],
      later: [answered],
      never: [inNorth, { applies: "council" }, { sizeClasses: ["employees-1-9"] }],
    };
    expect([...mayBind(found(all as Record<string, Duty["conditions"]>))]).toEqual(["open", "now", "later"]);
  });

  it("is answered by an initiative only as long as it is open", () => {
    const duties = found({ open: [ask], now: [large] });
    expect(answersOpenDuty(duties, { duties: ["other", "open"] })).toBe(true);
    expect(answersOpenDuty(duties, { duties: ["now"] })).toBe(false);
    expect(answersOpenDuty(duties, { duties: [] })).toBe(false);
  });
});

describe("what binds", () => {
  type Told = [ApplicableDuty["state"], ApplicableDuty["fulfilment"]];
  const told = (...all: Told[]) =>
    all.map(([state, fulfilment], index) => ({
      ...findDuties([duty([], { id: `duty-${index}` })], respondent(), day)[0]!,
      state,
      fulfilment,
    }));

  it.each<[boolean, Told]>([
    [true, ["now", "missing"]],
    [true, ["now", "not-asked"]],
    [true, ["from-date", "unknown"]],
    [false, ["now", "in-place"]],
    [false, ["from-date", "in-place"]],
    [false, ["to-clarify", "missing"]],
    [false, ["as-soon-as", "missing"]],
    [false, ["does-not-apply", "missing"]],
  ])("is answered by an initiative unless it is known to be met: %s", (expected, one) => {
    expect(answersBindingDuty(told(one), { duties: ["other", "duty-0"] })).toBe(expected);
    expect(answersBindingDuty(told(one), { duties: ["other"] })).toBe(false);
    // One that is met takes nothing away from another.
    expect(answersBindingDuty(told(["now", "in-place"], one), { duties: ["duty-0", "duty-1"] })).toBe(expected);
  });
});

describe("the facts that decide", () => {
  const sells = { fact: "sells", ask: words("Verkaufen Sie?") };
  const buys = { fact: "buys", ask: words("Kaufen Sie?") };
  const duties = [
    duty([sells], { id: "first" }),
    duty([{ anyOf: [answered, buys] }], { id: "second" }),
    duty([usingAi, sells], { id: "third" }),
    duty([large], { id: "without" }),
  ];
  const askedOf = (overrides: Partial<Respondent>, standings: Record<string, Standing> = {}) =>
    askedFacts(findDuties(duties, respondent(overrides, standings), day), day).map(({ fact, holds, duties: those }) => [
      fact,
      holds,
      those.map(({ id }) => id).join(" "),
    ]);

  it("are named once each", () => {
    expect(factsOf(duties)).toEqual([sells, buys]);
  });

  it("are not asked where another tells them, which is then what the duty depends on", () => {
    const implied = [duty([{ ...sells, impliedBy: ["buys"] }], { id: "implied" }), duty([buys], { id: "own" })];
    const who = respondent({ facts: { buys: true } });
    expect(findDuties(implied, who, day)).toMatchObject([{ state: "now", told: [{ ...buys, holds: true }] }, { state: "now" }]);
    expect(askedFacts(findDuties(implied, who, day), day)).toMatchObject([{ fact: "buys", duties: [{ id: "implied" }, { id: "own" }] }]);
  });

  it("are asked once each, with all that depends on them, and stay when they are told", () => {
    const [all, told] = [
      ["sells", null, "first third"],
      ["buys", null, "second"],
    ];
    expect(askedOf({})).toEqual([all, told]);
    expect(askedOf({ facts: { sells: false } })).toEqual([["sells", false, "first third"], told]);
    expect(askedOf({ facts: { sells: true, buys: true } })).toEqual([
      ["sells", true, "first third"],
      ["buys", true, "second"],
    ]);
  });

  it("are not asked where an answer decides, where nothing can follow yet, or before the profile is known", () => {
    expect(askedOf({}, { contracts: 2 })).toEqual([["sells", null, "first third"]]);
    expect(askedOf({ aiUse: "none" })).toEqual([
      ["sells", null, "first"],
      ["buys", null, "second"],
    ]);
    const profile = [duty([inNorth, sells], { id: "profile" })];
    expect(askedFacts(findDuties(profile, respondent(), day), day)).toEqual([]);
    expect(askedFacts(findDuties(profile, respondent({ facts: { sells: true } }), day), day)).toMatchObject([
      { fact: "sells", holds: true },
    ]);
  });

  it("come in the order of concern", () => {
    const both = [duty([sells], { id: "any" }), duty([large, buys], { id: "size" })];
    const asking = askedFacts(findDuties(both, respondent({ organisation: { sizeClass: "employees-50-249" } }), day), day);
    expect(asking.map(({ fact }) => fact)).toEqual(["buys", "sells"]);
  });
});
