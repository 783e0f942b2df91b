import fc from "fast-check";
import type { Level } from "../../app/core/assessment/answer";
import type { Region } from "../../app/core/benchmark/region";
import type { Content, ContentFiles, QuestionnaireContent } from "../../app/core/content";
import type { Initiative } from "../../app/core/initiatives/initiative";
import type { Dimension, Item } from "../../app/core/questionnaire/questionnaire";
import type { DimensionScore } from "../../app/core/score/dimension-score";
import { stageOf } from "../../app/core/score/stage";
import type { Source } from "../../app/core/sources/source";
import { dimensionIds, sizeClasses, tracks, type DimensionId, type Track } from "../../app/core/vocabulary";

export const gates: readonly DimensionId[] = ["strategy", "skills", "foundations", "data-protection"];
export const modelVersion = "1.2.3";

const words = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });
const five = ["null", "eins", "zwei", "drei", "vier"];

export const item = (id: string, overrides: Partial<Item> = {}): Item => ({
  id,
  weight: 1,
  key: false,
  allowsNotApplicable: false,
  ...overrides,
});

export const dimension = (id: DimensionId, items: Item[], overrides: Partial<Dimension> = {}): Dimension => ({
  id,
  gate: gates.includes(id),
  weight: 1,
  items,
  ...overrides,
});

/** A dimension that was answered in full and came out at `score`; null: nobody answered. */
export const dimensionScore = (id: DimensionId, score: number | null, overrides: Partial<DimensionScore> = {}): DimensionScore => ({
  id,
  gate: gates.includes(id),
  weight: 1,
  score,
  lower: score ?? 0,
  upper: score ?? 100,
  coverage: score === null ? 0 : 1,
  stage: score === null ? null : stageOf(score),
  reason: score === null ? "coverage-below-two-thirds" : null,
  asked: 4,
  applicable: 4,
  answered: score === null ? 0 : 4,
  ...overrides,
});

/** Takes two person-days in every size class of its tracks unless told otherwise. */
export function initiative(id: string, overrides: Partial<Initiative> = {}): Initiative {
  const ofTracks = overrides.tracks ?? [...tracks];
  const bySize = (range: [number, number]) =>
    Object.fromEntries(ofTracks.flatMap((track) => sizeClasses[track].map((size) => [size, range])));
  return {
    id,
    dimension: "strategy",
    tracks: ofTracks,
    title: words(id),
    summary: words("Worum es geht"),
    lifts: [{ item: "strategy-key", level: 2 }],
    requires: { initiatives: [], stages: [] },
    legalDuty: false,
    costEuro: bySize([0, 1000]),
    effortPersonDays: bySize([1, 3]),
    durationMonths: [1, 2],
    estimateBasis: words("Schätzung"),
    owner: words("Leitung"),
    firstSteps: { de: ["Anfangen"], en: ["Start"] },
    success: words("Erfolg"),
    risks: { de: ["Verzug"], en: ["Delay"] },
    law: [],
    funding: [],
    findings: ["finding-one"],
    references: [],
    sources: [],
    ...overrides,
  };
}

const source = (id: string): Source => ({
  id,
  title: id,
  publisher: "Haus",
  date: "2026-01",
  url: null,
  grade: "primary",
  accessed: "2026-11-21",
});

export const region = (id: string, cells: Pick<Region["cells"][number], "dimension" | "direction" | "strength">[]): Region => ({
  id,
  name: words(id),
  laender: ["NW"],
  source: "article",
  about: words(id),
  warnings: [],
  cells: cells.map((cell) => ({ ...cell, speaksOf: ["region"], findings: ["finding-one"] })),
});

/** Per dimension a key item and one that need not apply. */
function questionnaire(track: Track): QuestionnaireContent {
  const dimensions = dimensionIds.map((id) =>
    dimension(id, [item(`${id}-key`, { key: true }), item(`${id}-more`, { allowsNotApplicable: true })]),
  );
  const items = dimensions.flatMap((one) => one.items);
  const text = () => ({
    dimensions: Object.fromEntries(dimensionIds.map((id) => [id, { name: id, short: id, about: id, stages: five }])),
    items: Object.fromEntries(
      items.map(({ id, allowsNotApplicable }) => [
        id,
        { question: id, short: id, anchors: five, ...(allowsNotApplicable && { notApplicable: "wenn es das nicht gibt" }) },
      ]),
    ),
  });
  const sources = Object.fromEntries(items.map(({ id }) => [id, { findings: ["finding-one"], law: [] }]));
  return { track, modelVersion, dimensions, text: { de: text(), en: text() }, sources };
}

/** The smallest content without a fault; every call makes a new one, to be broken at will. */
export function soundContent(): Content {
  const questionnaires = { municipality: questionnaire("municipality"), sme: questionnaire("sme") };
  return {
    version: "abcd1234",
    questionnaires,
    models: { municipality: { [modelVersion]: questionnaires.municipality }, sme: { [modelVersion]: questionnaires.sme } },
    initiatives: dimensionIds.flatMap((id) => [
      initiative(`${id}-first`, { dimension: id, lifts: [{ item: `${id}-key`, level: 3 }] }),
      initiative(`${id}-second`, {
        dimension: id,
        lifts: [
          { item: `${id}-key`, level: 1 },
          { item: `${id}-more`, level: 4 },
        ],
      }),
    ]),
    funding: [
      {
        id: "grant",
        name: words("Zuschuss"),
        funder: words("Land"),
        kind: "grant",
        tracks: ["sme"],
        laender: [],
        sizeClasses: [],
        ownership: "any",
        purpose: words("Zweck"),
        amount: words("Höhe"),
        status: "open",
        statusNote: words("Stand"),
        endsOn: null,
        asOf: "2026-11",
        sources: ["article"],
      },
    ],
    law: [
      {
        id: "act",
        act: words("Gesetz"),
        provision: "§ 1",
        title: words("Titel"),
        summary: words("Inhalt"),
        tracks: ["sme"],
        appliesFrom: null,
        changes: [],
        asOf: "2026-11",
        sources: ["article"],
      },
    ],
    findings: ["one", "two"].map((name) => ({
      id: `finding-${name}`,
      kind: "challenge",
      source: name === "one" ? "article" : "study",
      section: { paragraph: 1 },
      dimensions: ["strategy"],
      speaksOf: ["region"],
      claim: words("Befund"),
    })),
    sources: [source("article"), source("study")],
    regions: [region("valley", [{ dimension: "strategy", direction: "positive", strength: "a" }])],
    statistics: [
      {
        id: "share",
        tracks: ["sme"],
        dimensions: [],
        statement: words("Anteil"),
        value: 10,
        population: words("Betriebe"),
        denominator: words("alle"),
        year: "2026",
        source: "study",
      },
    ],
  };
}

/** As the reader of the content notes them. */
export function filesOf(content: Content): ContentFiles {
  const files: ContentFiles = new Map();
  for (const kind of ["initiatives", "funding", "law", "findings", "sources", "regions", "statistics"] as const)
    for (const { id } of content[kind]) files.set(`${kind}/${id}`, `${kind}/${id}.yaml`);
  return files;
}

/** The record of that id. @throws where there is none. */
export function byId<Entry extends { id: string }>(records: Entry[], id: string): Entry {
  const found = records.find((record) => record.id === id);
  if (!found) throw new Error(`no "${id}"`);
  return found;
}

/** Every item of the tiny questionnaires at one level. */
export const allAnswered = (level: Level) =>
  Object.fromEntries(dimensionIds.flatMap((id) => [`${id}-key`, `${id}-more`]).map((id) => [id, { level }]));

/** Any code points, among them control characters and halves of characters. */
export const roughText = (maxLength: number) =>
  fc.array(fc.nat({ max: 0x10ffff }), { maxLength }).map((points) => String.fromCodePoint(...points));

/** Whoever changes what was passed in fails at once. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
