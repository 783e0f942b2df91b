import { describe, expect, it } from "vitest";
import type { Organisation } from "../assessment/assessment";
import type { Standing } from "../assessment/standing";
import { findContacts, findFunding, fundingStateOn, nearestHelpers } from "./find-funding";
import type { Contact, Funding } from "./funding";
import { possibleGrants } from "./money";

const words = (text: string) => ({ de: text, en: text });
const day = "2026-11-25";

const programme = (id: string, overrides: Partial<Funding> = {}): Funding => ({
  id,
  name: words(id),
  funder: words("Land"),
  kind: "grant",
  tracks: ["sme"],
  laender: [],
  sizeClasses: [],
  sectors: [],
  closedTo: [],
  doubtfulFor: [],
  ownership: "any",
  purpose: words("Beratung"),
  notPaidFor: null,
  amount: words("die Hälfte"),
  share: { percent: 50, maximumEuro: null, minimumCostEuro: null },
  status: "open",
  statusNote: words("offen"),
  opensOn: null,
  endsOn: null,
  contacts: [],
  excludes: [],
  asOf: day,
  sources: ["source"],
  ...overrides,
});

describe("which programmes fit", () => {
  const fits = (overrides: Partial<Funding>, organisation: Organisation = {}) =>
    findFunding([programme("one", overrides)], "sme", organisation, day).length === 1;
  it.each<[string, Partial<Funding>, Organisation, boolean]>([
    ["of the track", {}, {}, true],
    ["of the other track", { tracks: ["municipality"] }, {}, false],
    ["of the own Land", { laender: ["NW"] }, { land: "NW" }, true],
    ["of another Land", { laender: ["NW"] }, { land: "BY" }, false],
    ["of several Länder, for one of them", { laender: ["NW", "BY"] }, { land: "BY" }, true],
    ["of some Land, where none is told", { laender: ["NW"] }, {}, false],
    ["of the own size", { sizeClasses: ["employees-1-9"] }, { sizeClass: "employees-1-9" }, true],
    ["of another size", { sizeClasses: ["employees-1-9"] }, { sizeClass: "employees-10-49" }, false],
    ["of some size, where none is told", { sizeClasses: ["employees-1-9"] }, {}, true],
    ["of every size, where one is told", {}, { sizeClass: "employees-1-9", sector: "crafts" }, true],
    ["of another sector", { sectors: ["crafts"] }, { sector: "trade" }, false],
    ["of the own sector", { sectors: ["crafts"] }, { sector: "crafts" }, true],
    ["that is closed to the own sector", { closedTo: ["trade", "agriculture"] }, { sector: "agriculture" }, false],
    ["that is closed to another sector", { closedTo: ["agriculture"] }, { sector: "crafts" }, true],
    ["that is closed to some, where no sector is told", { closedTo: ["agriculture"] }, {}, true],
    ["closed to public companies, for one", { ownership: "private-majority" }, { ownership: "public" }, false],
    ["closed to public companies, for a private one", { ownership: "private-majority" }, { ownership: "private" }, true],
    ["closed to public companies, where nothing is told", { ownership: "private-majority" }, {}, true],
    ["closed to nobody, for a public company", {}, { ownership: "public" }, true],
    ["closed to non-profit companies, for one", { onlyForProfit: true }, { name: "Bildungswerk gGmbH" }, false],
    ["closed to non-profit companies, for one whose name begins so", { onlyForProfit: true }, { name: "gUG Bildungswerk" }, false],
    ["closed to non-profit companies, for one that says so", { onlyForProfit: true }, { name: "Werkstatt, gemeinnützig" }, false],
    ["closed to non-profit companies, for another", { onlyForProfit: true }, { name: "Bildungswerk GmbH" }, true],
    ["closed to non-profit companies, where no name is told", { onlyForProfit: true }, {}, true],
    ["closed to nobody, for a non-profit company", {}, { name: "Bildungswerk gGmbH" }, true],
    ["ended", { status: "ended" }, {}, false],
  ])("%s", (_name, overrides, organisation, expected) => {
    expect(fits(overrides, organisation)).toBe(expected);
  });
  it.each<[string, Partial<Funding>, Standing | undefined, boolean]>([
    ["for employers, where there is nobody", { applies: "staff" }, "na", false],
    ["for employers, where somebody knows nothing of it", { applies: "staff" }, "open", true],
    ["for employers, where nothing is begun", { applies: "staff" }, 0, true],
    ["for employers, where nothing is told", { applies: "staff" }, undefined, true],
    ["for everybody, where there is nobody", {}, "na", true],
  ])("%s", (_name, overrides, standing, expected) => {
    const standings = new Map(standing === undefined ? [] : [["staff", standing] as const]);
    expect(findFunding([programme("one", overrides)], "sme", {}, day, standings).length === 1).toBe(expected);
  });
  it("each with what the day makes of it", () => {
    const [one, two] = [programme("one", { status: "unclear" }), programme("two")];
    expect(findFunding([one, two], "sme", {}, day)).toEqual([
      { programme: one, state: "unclear" },
      { programme: two, state: "open" },
    ]);
  });
});

it("tells last what is closed to a part of the own sector", () => {
  const programmes = [programme("advice", { doubtfulFor: ["crafts", "trade"] }), programme("one"), programme("two")];
  const told = (organisation: Organisation) => findFunding(programmes, "sme", organisation, day).map((one) => one.programme.id);
  expect(told({ sector: "trade" })).toEqual(["one", "two", "advice"]);
  expect(told({ sector: "energy-environment" })).toEqual(["advice", "one", "two"]);
  expect(told({})).toEqual(["advice", "one", "two"]);
});

describe("what the day makes of a programme", () => {
  it.each<[Partial<Funding>, string | null]>([
    [{}, "open"],
    [{ endsOn: "2026-11-25" }, "ends-soon"],
    [{ endsOn: "2026-11-24" }, null],
    [{ endsOn: "2027-01-24" }, "ends-soon"],
    [{ endsOn: "2027-01-25" }, "open"],
    [{ endsOn: "2026" }, "ends-soon"],
    [{ endsOn: "2026-10" }, null],
    [{ endsOn: "2026-11" }, "ends-soon"],
    [{ endsOn: "2027" }, "open"],
    [{ status: "opens", opensOn: "2027-01-01" }, "opens"],
    [{ status: "opens", opensOn: "2026-11-25" }, "open"],
    [{ status: "opens", opensOn: "2027" }, "opens"],
    [{ status: "opens", opensOn: "2026-12" }, "opens"],
    [{ status: "opens", opensOn: "2026-11" }, "open"],
    [{ status: "opens", opensOn: null }, "opens"],
    [{ status: "unclear" }, "unclear"],
    [{ status: "paused" }, "unclear"],
    [{ status: "unclear", endsOn: "2026-01" }, null],
    [{ status: "ended" }, null],
  ])("%o", (overrides, state) => {
    expect(fundingStateOn(programme("one", overrides), day)).toBe(state);
  });
});

describe("who helps for free", () => {
  const contact = (id: string, overrides: Partial<Contact> = {}): Contact => ({
    ...{ id, name: words(id), tracks: ["sme"], laender: [], offers: words("Rat"), phone: null, email: null, url: null },
    ...{ endsOn: null, asOf: day, confirmed: true, sources: [] },
    ...overrides,
  });
  it("those of the track and the own Land who are still there; those who stay, the confirmed and the nearest first", () => {
    const all = [
      contact("unconfirmed", { confirmed: false }),
      contact("everywhere"),
      contact("north", { laender: ["NW"] }),
      contact("south", { laender: ["BY"] }),
      contact("gone", { endsOn: "2026-11-24" }),
      contact("last-day", { endsOn: "2026-11-25" }),
      contact("north-last-day", { laender: ["NW"], endsOn: "2026-11-25" }),
      contact("towns", { tracks: ["municipality"] }),
    ];
    expect(findContacts(all, "sme", { land: "NW" }, day).map(({ id }) => id)).toEqual([
      ...["north", "everywhere", "north-last-day", "last-day", "unconfirmed"],
    ]);
    expect(findContacts(all, "sme", {}, day).map(({ id }) => id)).toEqual(["everywhere", "last-day", "unconfirmed"]);
  });
  it("are called what they are called to the sector, where that has a name of its own", () => {
    const chamber = contact("chamber", { nameFor: { sectors: ["crafts"], ...words("its own") } });
    const nameTo = (sector?: "crafts" | "trade") => findContacts([chamber], "sme", sector ? { sector } : {}, day)[0]?.name;
    expect([nameTo("crafts"), nameTo("trade"), nameTo()]).toEqual([words("its own"), words("chamber"), words("chamber")]);
    expect(findContacts([contact("other")], "sme", { sector: "crafts" }, day)[0]?.name).toEqual(words("other"));
  });
  it("those of the own sector, and of every sector where it is not known", () => {
    const all = [contact("crafts", { sectors: ["crafts"] }), contact("trade", { sectors: ["trade"] }), contact("all")];
    expect(findContacts(all, "sme", { sector: "crafts" }, day).map(({ id }) => id)).toEqual(["crafts", "all"]);
    expect(findContacts(all, "sme", {}, day)).toHaveLength(3);
  });
  it("those of the own size, and of every size where the size is not known", () => {
    const all = [
      contact("small", { sizeClasses: ["employees-1-9"] }),
      contact("large", { sizeClasses: ["employees-50-249"] }),
      contact("all"),
    ];
    expect(findContacts(all, "sme", { sizeClass: "employees-50-249" }, day).map(({ id }) => id)).toEqual(["large", "all"]);
    expect(findContacts(all, "sme", {}, day)).toHaveLength(3);
  });
  it("to a company in public ownership nobody whose money is closed to it", () => {
    const all = [contact("private", { ownership: "private-majority" }), contact("all")];
    expect(findContacts(all, "sme", { ownership: "public" }, day).map(({ id }) => id)).toEqual(["all"]);
    expect(findContacts(all, "sme", { ownership: "private" }, day)).toHaveLength(2);
    expect(findContacts(all, "sme", {}, day)).toHaveLength(2);
  });
  const associations = [contact("cities", { only: "towns" }), contact("districts", { only: "districts" }), contact("everybody")];
  it.each([
    ...[
      "Landkreis Beispiel",
      " Landkreis Beispiel",
      "Kreis Beispiel",
      "Beispielkreis",
      "Rhein-Beispiel-Kreis",
      "Rhein-Kreis Beispiel",
      "Märkischer Kreis",
    ],
    ...["Kreisverwaltung Beispiel", "Landratsamt Beispiel", "Region Beispiel", "Städteregion Beispiel"],
  ])("of %s nobody who is there for towns only", (name) => {
    expect(findContacts(associations, "sme", { name }, day).map(({ id }) => id)).toEqual(["districts", "everybody"]);
  });
  it.each(["Beispielstadt", "Große Kreisstadt Beispiel", "Kreiensen", "Stadt Beispiel, Landkreis Muster", "Regionalstadt"])(
    "of %s nobody who is there for districts only",
    (name) => {
      expect(findContacts(associations, "sme", { name }, day).map(({ id }) => id)).toEqual(["cities", "everybody"]);
    },
  );
  it("of somebody without a name those for towns and those for districts", () => {
    expect(findContacts(associations, "sme", {}, day)).toEqual(associations);
  });
  it("of an initiative at most three, those who help everywhere only where two nearer ones are missing", () => {
    const all = [
      contact("near-one", { laender: ["NW"] }),
      contact("near-two", { laender: ["NW"] }),
      contact("near-soon-gone", { laender: ["NW"], endsOn: "2026-12-31" }),
      contact("everywhere-one"),
      contact("everywhere-two"),
      contact("unconfirmed", { confirmed: false }),
    ];
    const helpers = (...ids: string[]) => nearestHelpers(all, ids, day).map(({ id }) => id);
    expect(helpers("everywhere-one", "near-two", "near-one", "near-soon-gone")).toEqual(["near-two", "near-one"]);
    expect(helpers("unconfirmed", "everywhere-two", "everywhere-one", "near-one")).toEqual([
      "near-one",
      "everywhere-two",
      "everywhere-one",
    ]);
    expect(helpers("near-soon-gone", "everywhere-one", "unconfirmed")).toEqual(["everywhere-one", "near-soon-gone", "unconfirmed"]);
    expect(helpers("near-one", "everywhere-one")).toEqual(["near-one", "everywhere-one"]);
    expect(helpers("of-another-land")).toEqual([]);
  });
  it.each([
    ["2027-01-24", ["everywhere", "near"]],
    ["2027-01-25", ["near", "everywhere"]],
  ])("whoever is there until %s: %s", (endsOn, order) => {
    const all = [contact("near", { laender: ["NW"], endsOn }), contact("everywhere")];
    expect(nearestHelpers(all, ["near", "everywhere"], day).map(({ id }) => id)).toEqual(order);
  });
});

describe("what could pay for what", () => {
  const fitting = (...all: Funding[]) => all.map((one) => ({ programme: one, state: "open" as const }));
  const startsOn = "2027-01-01";
  const step = (id: string, costEuro: number, ...funding: string[]) => ({ id, costEuro, startsOn, funding });

  it("gives each step to the one programme that pays most of it", () => {
    const rich = programme("rich", { share: { percent: 80, maximumEuro: null, minimumCostEuro: null } });
    expect(possibleGrants([step("a", 1000, "poor", "rich"), step("b", 500, "poor")], fitting(programme("poor"), rich))).toEqual([
      { programme: "rich", steps: ["a"], euro: 800 },
      { programme: "poor", steps: ["b"], euro: 250 },
    ]);
  });
  it("keeps within the maximum, for all steps together", () => {
    const capped = programme("one", { share: { percent: 50, maximumEuro: 700, minimumCostEuro: null } });
    expect(possibleGrants([step("a", 1000, "one"), step("b", 1000, "one")], fitting(capped))).toEqual([
      { programme: "one", steps: ["a", "b"], euro: 700 },
    ]);
  });
  it("needs the minimum cost, and leaves the steps to others where it is not met", () => {
    const demanding = programme("a", { share: { percent: 50, maximumEuro: null, minimumCostEuro: 2000 } });
    const other = programme("b", { share: { percent: 30, maximumEuro: null, minimumCostEuro: 1000 } });
    expect(possibleGrants([step("one", 1000, "a", "b")], fitting(demanding, other))).toEqual([
      { programme: "b", steps: ["one"], euro: 300 },
    ]);
  });
  it("counts whole euros, nothing free, nothing that pays no share, nothing unclear", () => {
    expect(possibleGrants([step("a", 99.9, "one")], fitting(programme("one")))).toEqual([{ programme: "one", steps: ["a"], euro: 49 }]);
    expect(possibleGrants([step("a", 1, "one")], fitting(programme("one")))).toEqual([]);
    expect(possibleGrants([step("a", 0, "one"), step("b", 2, "one")], fitting(programme("one")))).toEqual([
      { programme: "one", steps: ["b"], euro: 1 },
    ]);
    expect(possibleGrants([step("a", 100, "one")], fitting(programme("one", { share: null })))).toEqual([]);
    for (const state of ["unclear", "opens"] as const)
      expect(possibleGrants([step("a", 100, "one")], [{ programme: programme("one"), state }])).toEqual([]);
    expect(possibleGrants([step("a", 100, "one")], [{ programme: programme("one"), state: "ends-soon" }])).toHaveLength(1);
    expect(possibleGrants([step("a", 100)], fitting(programme("one")))).toEqual([]);
  });
  it("leaves out what is over before the step begins, and pays for the earlier ones", () => {
    const ending = (endsOn: string) => [{ programme: programme("one", { endsOn }), state: "ends-soon" as const }];
    expect(possibleGrants([step("a", 100, "one")], ending("2026-12-31"))).toEqual([]);
    expect(possibleGrants([step("a", 100, "one")], ending("2027-01-01"))).toHaveLength(1);
    const later = { ...step("b", 100, "one"), startsOn: "2027-07-01" };
    expect(possibleGrants([step("a", 100, "one"), later], ending("2027-06"))).toEqual([{ programme: "one", steps: ["a"], euro: 50 }]);
  });
  it("takes the first id of equal shares, whatever the order they come in", () => {
    const [a, b] = [programme("a"), programme("b")];
    for (const all of [fitting(a, b), fitting(b, a)]) expect(possibleGrants([step("x", 100, "b", "a")], all)[0]?.programme).toBe("a");
  });
});
