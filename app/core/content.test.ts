import { describe, expect, it } from "vitest";
import { filesOf, initiative, region, soundContent, byId } from "../../tests/support/builders";
import { regionSchema } from "./benchmark/region";
import { statisticSchema } from "./benchmark/statistic";
import { checkContent } from "./check-content";
import { allSourceRefs, type Content } from "./content";
import { dutySchema } from "./duties/duty";
import { lawSchema } from "./duties/law";
import { contactSchema, fundingSchema } from "./funding/funding";
import { initiativeSchema } from "./initiatives/initiative";
import { itemSourcesSchema, questionnaireSchema, questionnaireTextSchema } from "./questionnaire/questionnaire";
import { findingSchema } from "./sources/finding";
import { sourceSchema } from "./sources/source";

type Faults = [file: string, path: string, fault: string][];

function faultsAfter(breakIt: (content: Content) => void): Faults {
  const content = soundContent();
  const files = filesOf(content);
  breakIt(content);
  return checkContent(content, files).map(({ file, path, fault }) => [file, path, fault]);
}
const someReference = {
  ...{ place: "X", size: null, state: "pilot" as const, since: null, what: { de: "a", en: "b" }, price: null, result: null },
};
/** The first dimension is strategy, with the items strategy-key and strategy-more. */
const strategy = (content: Content, track: "municipality" | "sme" = "sme") => byId(content.questionnaires[track].dimensions, "strategy");

it("finds nothing in sound content", () => {
  expect(faultsAfter(() => undefined)).toEqual([]);
});

it("is tested with records that the schemas of the files take", () => {
  const { questionnaires, initiatives, funding, contacts, law, duties, findings, sources, regions, statistics } = soundContent();
  const { text, sources: itemSources, mapping: _none, ...model } = questionnaires.sme;
  const records = [
    [questionnaireSchema, model],
    [questionnaireTextSchema, text.de],
    [itemSourcesSchema, itemSources],
    [initiativeSchema.array(), initiatives],
    [fundingSchema.array(), funding],
    [lawSchema.array(), law],
    [findingSchema.array(), findings],
    [sourceSchema.array(), sources],
    [regionSchema.array(), regions],
    [dutySchema.array(), duties],
    [contactSchema.array(), contacts],
    [statisticSchema.array(), statistics],
  ] as const;
  for (const [schema, record] of records) expect(schema.parse(record)).toEqual(record);
});

it("falls back to the kind of record where the file is not known", () => {
  const content = soundContent();
  byId(content.law, "act").sources.push("nowhere");
  expect(checkContent(content, new Map())).toEqual([{ file: "law", path: "sources", fault: 'there is no source "nowhere"' }]);
});

it("reports every fault, not only the first", () => {
  const faults = faultsAfter((content) => {
    byId(content.funding, "grant").sources.push("nowhere");
    byId(content.findings, "finding-two").source = "elsewhere";
  });
  expect(faults).toHaveLength(2);
});

describe("ids", () => {
  it.each(["initiatives", "funding", "law", "findings", "sources", "regions", "statistics"] as const)("%s: occur once", (kind) => {
    const id = soundContent()[kind][0]?.id ?? "";
    const faults = faultsAfter((content) => {
      const records: { id: string }[] = content[kind];
      records.push(byId(records, id));
    });
    expect(faults[0]).toEqual([`${kind}/${id}.yaml`, "id", `"${id}" occurs more than once`]);
  });

  it("of items occur once in a questionnaire", () => {
    const faults = faultsAfter(
      (content) => void byId(content.questionnaires.sme.dimensions, "funding").items.push(byId(strategy(content).items, "strategy-more")),
    );
    expect(faults).toEqual([["content/questionnaires/sme/1.2.3/model.yaml", "items.strategy-more", "occurs more than once"]]);
  });
});

describe("references lead somewhere", () => {
  const skills = (content: Content) => byId(content.initiatives, "skills-first");
  const reference = { ...someReference, source: "x" };
  const initiativeFile = "initiatives/skills-first.yaml";
  const sourcesFile = "content/questionnaires/sme/1.2.3/sources.yaml";

  it.each<[kind: string, where: string, file: string, path: string, breakIt: (content: Content) => void]>([
    ["source", "finding", "findings/finding-two.yaml", "finding-two.source", (c) => (byId(c.findings, "finding-two").source = "x")],
    ["source", "law", "law/act.yaml", "sources", (c) => byId(c.law, "act").sources.push("x")],
    ["source", "programme", "funding/grant.yaml", "sources", (c) => byId(c.funding, "grant").sources.push("x")],
    ["source", "statistic", "statistics/share.yaml", "share.source", (c) => (byId(c.statistics, "share").source = "x")],
    ["source", "initiative", initiativeFile, "sources", (c) => skills(c).sources.push("x")],
    ["source", "reference project", initiativeFile, "references", (c) => skills(c).references.push(reference)],
    ["law", "initiative", initiativeFile, "law", (c) => skills(c).law.push("x")],
    ["funding", "initiative", initiativeFile, "funding", (c) => skills(c).funding.push("x")],
    ["finding", "initiative", initiativeFile, "findings", (c) => skills(c).findings.push("x")],
    ["initiative", "requirement", initiativeFile, "requires.initiatives", (c) => skills(c).requires.initiatives.push("x")],
    ["finding", "item", sourcesFile, "skills-key.findings", (c) => c.questionnaires.sme.sources["skills-key"]?.findings.push("x")],
    ["law", "item", sourcesFile, "skills-key.law", (c) => c.questionnaires.sme.sources["skills-key"]?.law.push("x")],
    ["finding", "cell", "regions/valley.yaml", "cells.strategy", (c) => byId(c.regions, "valley").cells[0]?.progress.push("x")],
    ["law", "duty", "duties/literacy.yaml", "law", (c) => byId(c.duties, "literacy").law.push("x")],
    ["duty", "initiative", initiativeFile, "duties", (c) => skills(c).duties.push("x")],
    ["contact", "initiative", initiativeFile, "contacts", (c) => skills(c).contacts.push("x")],
    ["contact", "programme", "funding/grant.yaml", "contacts", (c) => byId(c.funding, "grant").contacts.push("x")],
    ["funding", "programme", "funding/grant.yaml", "excludes", (c) => byId(c.funding, "grant").excludes.push("x")],
    ["source", "contact", "contacts/adviser.yaml", "adviser.sources", (c) => byId(c.contacts, "adviser").sources.push("x")],
  ])("to a %s, from a %s", (kind, _where, file, path, breakIt) => {
    expect(faultsAfter(breakIt)).toEqual([[file, path, `there is no ${kind} "x"`]]);
  });

  it("a source given on the spot needs no id", () => {
    const { id, ...onTheSpot } = byId(soundContent().sources, "article");
    expect(faultsAfter((content) => void byId(content.funding, "grant").sources.push(onTheSpot))).toEqual([]);
    expect(id).toBe("article");
  });
});

describe("a questionnaire", () => {
  const folder = "content/questionnaires/sme/1.2.3";
  it.each<[string, (content: Content) => void, Faults]>([
    [
      "is of its track",
      (content) => (content.questionnaires.sme.track = "municipality"),
      [[`${folder}/model.yaml`, "track", 'must be "sme"']],
    ],
    [
      "has exactly one key item per dimension, not two",
      (content) => (byId(strategy(content).items, "strategy-more").key = true),
      [[`${folder}/model.yaml`, "dimensions.strategy", "needs exactly one key item"]],
    ],
    [
      "has exactly one key item per dimension, not none",
      (content) => (byId(strategy(content).items, "strategy-key").key = false),
      [[`${folder}/model.yaml`, "dimensions.strategy", "needs exactly one key item"]],
    ],
    [
      "has words for every item in every language",
      (content) => delete content.questionnaires.sme.text.en.items["strategy-key"],
      [[`${folder}/text.en.yaml`, "items", '"strategy-key" is missing']],
    ],
    [
      "has words for every dimension in every language",
      (content) => delete content.questionnaires.sme.text.de.dimensions["skills"],
      [[`${folder}/text.de.yaml`, "dimensions", '"skills" is missing']],
    ],
    [
      "has no words for items it does not ask",
      (content) => (content.questionnaires.sme.text.de.items["old"] = { question: "?", short: "?", anchors: [] }),
      [[`${folder}/text.de.yaml`, "items", '"old" is not in model.yaml']],
    ],
    [
      "has help in both languages or in none: only German",
      (content) => Object.assign(content.questionnaires.sme.text.de.items["strategy-key"] ?? {}, { help: "Hilfe" }),
      [[`${folder}/text.en.yaml`, "items.strategy-key.help", "help stands in one language only"]],
    ],
    [
      "has help in both languages or in none: only English",
      (content) => Object.assign(content.questionnaires.sme.text.en.items["strategy-key"] ?? {}, { help: "Help" }),
      [[`${folder}/text.en.yaml`, "items.strategy-key.help", "help stands in one language only"]],
    ],
    [
      "says when an item does not apply where that may be answered",
      (content) => delete content.questionnaires.sme.text.en.items["strategy-more"]?.notApplicable,
      [[`${folder}/text.en.yaml`, "items.strategy-more.notApplicable", "goes with allowsNotApplicable in model.yaml, and only with it"]],
    ],
    [
      "does not say so elsewhere",
      (content) => Object.assign(content.questionnaires.sme.text.de.items["strategy-key"] ?? {}, { notApplicable: "nie" }),
      [[`${folder}/text.de.yaml`, "items.strategy-key.notApplicable", "goes with allowsNotApplicable in model.yaml, and only with it"]],
    ],
    ...(["question", "short"] as const).map((name): [string, (content: Content) => void, Faults] => [
      `has no ${name} twice`,
      (content) => Object.assign(content.questionnaires.sme.text.de.items["strategy-more"] ?? {}, { [name]: "strategy-key" }),
      [[`${folder}/text.de.yaml`, `items.strategy-more.${name}`, "stands at another item, too"]],
    ]),
    [
      "names the sources of every item",
      (content) => delete content.questionnaires.sme.sources["strategy-key"],
      [[`${folder}/sources.yaml`, "", '"strategy-key" is missing']],
    ],
  ])("%s", (_rule, breakIt, faults) => {
    expect(faultsAfter(breakIt)).toEqual(faults);
  });

  it("holds every dimension once", () => {
    const model = `${folder}/model.yaml`;
    const missing = faultsAfter((content) => void content.questionnaires.sme.dimensions.pop());
    expect(missing).toContainEqual([model, "dimensions", '"acceptance" must occur exactly once']);
    const twice = faultsAfter((content) => void content.questionnaires.sme.dimensions.push(strategy(content)));
    expect(twice).toContainEqual([model, "dimensions", '"strategy" must occur exactly once']);
  });
});

describe("an initiative", () => {
  const file = "initiatives/skills-first.yaml";
  it.each<[string, (content: Content) => void, Faults]>([
    [
      "rests on something",
      (content) => (byId(content.initiatives, "skills-first").findings = []),
      [[file, "sources", "names neither a finding, a law, a reference nor a source"]],
    ],
    [
      "rests each lift on a step that there is",
      (content) => byId(content.initiatives, "skills-first").lifts.forEach((lift) => (lift.step = 2)),
      [[file, "lifts.skills-key", "there is no step 2"]],
    ],
    [
      "requires nothing that it lifts itself",
      (content) => byId(content.initiatives, "skills-first").requires.items.push({ item: "skills-key", level: 3 }),
      [[file, "requires.skills-key", "requires what it lifts itself"]],
    ],
    [
      "may require a lower level than others",
      (content) => byId(content.initiatives, "skills-first").requires.items.push({ item: "skills-more", level: 1 }),
      [],
    ],
    [
      "has a cost for every size class of its tracks",
      (content) => delete byId(content.initiatives, "skills-first").costEuro["employees-1-9"],
      [[file, "costEuro", '"employees-1-9" is missing']],
    ],
    [
      "has an effort for every size class of its tracks",
      (content) => delete byId(content.initiatives, "skills-first").effortPersonDays["inhabitants-100000-plus"],
      [[file, "effortPersonDays", '"inhabitants-100000-plus" is missing']],
    ],
    [
      "takes some time",
      (content) => (byId(content.initiatives, "skills-first").effortPersonDays["employees-1-9"] = { once: [0, 0], yearly: [0, 0] }),
      [[file, "effortPersonDays.employees-1-9", "no step takes no time"]],
    ],
    [
      "may take half a day",
      (content) => (byId(content.initiatives, "skills-first").effortPersonDays["employees-1-9"] = { once: [0, 0.5], yearly: [0, 0] }),
      [],
    ],
    [
      "lifts only items of its tracks",
      (content) => byId(content.initiatives, "skills-first").lifts.push({ item: "x", level: 2, step: 1 }),
      [
        [file, "lifts", 'the municipality questionnaire has no item "x"'],
        [file, "lifts", 'the sme questionnaire has no item "x"'],
      ],
    ],
    [
      "lifts an item once only",
      (content) => byId(content.initiatives, "skills-first").lifts.push({ item: "skills-key", level: 2, step: 1 }),
      [[file, "lifts", '"skills-key" occurs more than once']],
    ],
    [
      "does not require itself",
      (content) => byId(content.initiatives, "skills-first").requires.initiatives.push("skills-first"),
      [[file, "requires.initiatives", '"skills-first" requires itself in the end']],
    ],
    [
      "may require what others require too",
      (content) => {
        byId(content.initiatives, "skills-first").requires.initiatives.push("funding-first", "funding-second");
        byId(content.initiatives, "funding-first").requires.initiatives.push("strategy-first");
        byId(content.initiatives, "funding-second").requires.initiatives.push("strategy-first");
      },
      [],
    ],
    [
      "serves a dimension it lifts something in",
      (content) => content.initiatives.push(initiative("stray", { dimension: "security" })),
      (["municipality", "sme"] as const).map(() => ["initiatives", "dimension", 'lifts no item of "security"']),
    ],
  ])("%s", (_rule, breakIt, faults) => {
    expect(faultsAfter(breakIt)).toEqual(faults);
  });

  it("does not require itself over others, and each of the circle is named, nobody else", () => {
    const faults = faultsAfter((content) => {
      byId(content.initiatives, "skills-first").requires.initiatives.push("funding-first");
      byId(content.initiatives, "funding-first").requires.initiatives.push("security-first");
      byId(content.initiatives, "security-first").requires.initiatives.push("skills-first");
      byId(content.initiatives, "strategy-first").requires.initiatives.push("skills-first");
    });
    expect(faults.map(([where, path]) => [where, path])).toEqual([
      ["initiatives/funding-first.yaml", "requires.initiatives"],
      ["initiatives/skills-first.yaml", "requires.initiatives"],
      ["initiatives/security-first.yaml", "requires.initiatives"],
    ]);
  });

  it("for one track has no size classes of the other, and requires nothing that is only for the other", () => {
    const faults = faultsAfter((content) => {
      content.initiatives.push(initiative("town", { tracks: ["municipality"] }));
      const shop = initiative("shop", { tracks: ["sme"], requires: { items: [], initiatives: ["town"], stages: [] } });
      content.initiatives.push({ ...shop, costEuro: { ...shop.costEuro, "inhabitants-under-20000": { once: [1, 2], yearly: [0, 0] } } });
    });
    expect(faults).toEqual([
      ["initiatives", "costEuro", '"inhabitants-under-20000" belongs to another track'],
      ["initiatives", "requires.initiatives", '"town" is not for track sme'],
    ]);
  });
});

describe("the catalogue", () => {
  it("serves every dimension of both tracks at least twice", () => {
    const faults = faultsAfter((content) => {
      const first = byId(content.initiatives, "skills-first");
      Object.assign(first, initiative("skills-first", { tracks: ["sme"], dimension: "skills", lifts: first.lifts }));
    });
    expect(faults).toEqual([["content/initiatives", "skills", "track municipality needs at least two initiatives"]]);
  });

  it("lifts every item of both tracks", () => {
    const faults = faultsAfter((content) => void byId(content.initiatives, "skills-second").lifts.pop());
    expect(faults).toEqual([
      ["content/initiatives", "skills-more", "no initiative of track municipality lifts this item"],
      ["content/initiatives", "skills-more", "no initiative of track sme lifts this item"],
    ]);
  });
});

describe("a duty", () => {
  it("speaks of items of its tracks only", () => {
    const faults = faultsAfter((content) => {
      const duty = byId(content.duties, "literacy");
      duty.conditions.push(
        { applies: "x" },
        { exists: "w" },
        {
          anyOf: [
            { item: "y", from: 2, asSoonAs: duty.title },
            { fact: "fact", ask: duty.title },
          ],
        },
      );
      duty.fulfilledBy.sme?.push("z");
    });
    const fault = (track: string, item: string) => ["duties/literacy.yaml", "items", `the ${track} questionnaire has no item "${item}"`];
    expect(faults).toEqual([
      ...["x", "w", "y"].map((item) => fault("municipality", item)),
      ...["x", "w", "y", "z"].map((item) => fault("sme", item)),
    ]);
  });
});

describe("a fact", () => {
  const ask = (de: string, en: string) => ({ de, en });
  it.each([
    ["that asks the same in both has one name", "sells", ask("Verkaufen Sie?", "Do you sell?"), []],
    ["of one name asks one thing", "sells", ask("Kaufen Sie?", "Do you sell?"), ["conditions.sells"]],
    ["of one name asks it in both languages", "sells", ask("Verkaufen Sie?", "Do you buy?"), ["conditions.sells"]],
    ["is not asked by two names", "buys", ask("Verkaufen Sie?", "Do you sell?"), ["conditions.buys"]],
    ["of another name asks something else", "buys", ask("Kaufen Sie?", "Do you sell?"), []],
  ])("%s", (_name, fact, words, paths) => {
    const faults = faultsAfter((content) => {
      const duty = byId(content.duties, "literacy");
      duty.conditions.push({ fact: "sells", ask: ask("Verkaufen Sie?", "Do you sell?") });
      content.duties.push({ ...duty, id: "other", conditions: [{ fact, ask: words }] });
    });
    expect(faults.map(([, path]) => path)).toEqual(paths);
  });

  it("follows from no fact that nobody is asked about", () => {
    const faults = faultsAfter((content) => {
      byId(content.duties, "literacy").conditions.push({ fact: "sells", ask: ask("Verkaufen Sie?", "Do you sell?"), impliedBy: ["shop"] });
    });
    expect(faults.map(([, path]) => path)).toEqual(["conditions.sells"]);
  });
});

describe("a programme", () => {
  it("that is yet to open says when, and ends after it opens", () => {
    const faultsOf = (change: object) =>
      faultsAfter((content) => void Object.assign(byId(content.funding, "grant"), change)).map(([, path]) => path);
    expect(faultsOf({ status: "opens" })).toEqual(["opensOn"]);
    expect(faultsOf({ opensOn: "2027-01", endsOn: "2026-12" })).toEqual(["endsOn"]);
    expect(faultsOf({ status: "opens", opensOn: "2027-01-01", endsOn: "2027-01-01" })).toEqual([]);
  });
  it("needs the subject of an item of its tracks only", () => {
    const faults = faultsAfter((content) => void Object.assign(byId(content.funding, "grant"), { tracks: ["sme"], applies: "x" }));
    expect(faults).toEqual([["funding/grant.yaml", "items", 'the sme questionnaire has no item "x"']]);
  });
});

describe("a region", () => {
  it("names a known source", () => {
    // Its cells then no longer rest on the region's own document.
    expect(faultsAfter((content) => void (byId(content.regions, "valley").source = "x"))).toEqual([
      ["regions/valley.yaml", "source", 'there is no source "x"'],
      ["regions/valley.yaml", "cells.strategy", `"finding-one" comes from another document than the region's`],
    ]);
  });
  it("rests on findings of its own document only", () => {
    expect(faultsAfter((content) => void byId(content.regions, "valley").cells[0]?.progress.push("finding-two"))).toEqual([
      ["regions/valley.yaml", "cells.strategy", `"finding-two" comes from another document than the region's`],
    ]);
  });
  it("has a claim for each side that its direction names, and for no other", () => {
    const faultsOf = (direction: "positive" | "mixed" | "negative", progress: string[], obstacles: string[]) =>
      faultsAfter(
        (content) => void content.regions.push(region("coast", [{ dimension: "funding", direction, strength: "a", progress, obstacles }])),
      ).map(([, , fault]) => fault);
    expect(faultsOf("positive", ["finding-one"], [])).toEqual([]);
    expect(faultsOf("mixed", ["finding-one"], ["finding-one"])).toEqual([]);
    expect(faultsOf("mixed", ["finding-one"], [])).toEqual(['"mixed" needs obstacles']);
    expect(faultsOf("negative", ["finding-one"], ["finding-one"])).toEqual(['"negative" has no progress']);
    expect(faultsOf("positive", [], [])).toEqual(['"positive" needs progress']);
  });
  it("has one cell for each dimension and subject", () => {
    const cell = { dimension: "funding", direction: "positive", strength: "b" } as const;
    const other = { ...cell, speaksOf: "sme" as const };
    expect(faultsAfter((content) => void content.regions.push(region("coast", [cell, other])))).toEqual([]);
    const fault = ["regions", "cells.funding", "occurs more than once"];
    expect(faultsAfter((content) => void content.regions.push(region("coast", [cell, cell])))).toEqual([fault, fault]);
  });
});

it("lists every source that content refers to, by id or given on the spot", () => {
  const content = soundContent();
  const { id: _id, ...onTheSpot } = byId(content.sources, "study");
  byId(content.initiatives, "skills-first").sources.push(onTheSpot);
  byId(content.initiatives, "skills-first").references.push({
    ...someReference,
    source: "study",
  });
  // The adviser, the law, the programme, the statistic, then the reference project and the source of the initiative.
  expect(allSourceRefs(content)).toEqual(["article", "article", "article", "study", "study", onTheSpot]);
});
