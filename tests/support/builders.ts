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
  presupposesUse: false,
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
  reason: score === null ? "too-open" : null,
  asked: 4,
  applicable: 4,
  answered: score === null ? 0 : 4,
  ...overrides,
});

/** Takes two person-days in every size class of its tracks unless told otherwise. */
export function initiative(id: string, overrides: Partial<Initiative> = {}): Initiative {
  const ofTracks = overrides.tracks ?? [...tracks];
  const bySize = (once: [number, number]) =>
    Object.fromEntries(ofTracks.flatMap((track) => sizeClasses[track].map((size) => [size, { once, yearly: [0, 0] as [number, number] }])));
  return {
    id,
    dimension: "strategy",
    tracks: ofTracks,
    title: words(id),
    summary: words("Worum es geht"),
    kind: "enable",
    lifts: [{ item: "strategy-key", level: 2, step: 1 }],
    requires: { items: [], initiatives: [], stages: [] },
    costEuro: bySize([0, 1000]),
    effortPersonDays: bySize([1, 3]),
    durationMonths: [1, 2],
    estimateBasis: words("Schätzung"),
    owner: words("Leitung"),
    firstHalfHour: words("Anrufen"),
    firstSteps: { de: ["Anfangen"], en: ["Start"] },
    brings: [{ kind: "risk", text: words("Weniger Fehler"), basis: words("Erfahrung") }],
    duties: [],
    contacts: [],
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

export const region = (
  id: string,
  cells: (Pick<Region["cells"][number], "dimension" | "direction" | "strength"> & Partial<Region["cells"][number]>)[],
): Region => ({
  id,
  name: words(id),
  laender: ["NW"],
  source: "article",
  about: words(id),
  warnings: [],
  cells: cells.map((cell) => ({ speaksOf: "municipality", progress: ["finding-one"], obstacles: [], context: [], ...cell })),
});

/** Per dimension a key item and one that need not apply. */
function questionnaire(track: Track): QuestionnaireContent {
  const dimensions = dimensionIds.map((id) =>
    dimension(id, [item(`${id}-key`, { key: true }), item(`${id}-more`, { allowsNotApplicable: true })]),
  );
  const items = dimensions.flatMap((one) => one.items);
  const text = () => ({
    dimensions: Object.fromEntries(dimensionIds.map((id) => [id, { name: id, short: id, about: id, stages: five }])),
    contradictions: {},
    items: Object.fromEntries(
      items.map(({ id, allowsNotApplicable }) => [
        id,
        { question: id, short: id, anchors: five, ...(allowsNotApplicable && { notApplicable: "wenn es das nicht gibt" }) },
      ]),
    ),
  });
  const sources = Object.fromEntries(items.map(({ id }) => [id, { findings: ["finding-one"], law: [] }]));
  return { track, modelVersion, dimensions, contradictions: [], text: { de: text(), en: text() }, sources, mapping: null };
}

/** The smallest content without a fault; every call makes a new one, to be broken at will. */
export function soundContent(): Content {
  const questionnaires = { municipality: questionnaire("municipality"), sme: questionnaire("sme") };
  return {
    version: "abcd1234",
    questionnaires,
    models: { municipality: { [modelVersion]: questionnaires.municipality }, sme: { [modelVersion]: questionnaires.sme } },
    initiatives: dimensionIds.flatMap((id) => [
      initiative(`${id}-first`, { dimension: id, lifts: [{ item: `${id}-key`, level: 3, step: 1 }] }),
      initiative(`${id}-second`, {
        dimension: id,
        lifts: [
          { item: `${id}-key`, level: 1, step: 1 },
          { item: `${id}-more`, level: 4, step: 1 },
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
        sectors: [],
        closedTo: [],
        doubtfulFor: [],
        ownership: "any",
        purpose: words("Zweck"),
        notPaidFor: null,
        amount: words("Höhe"),
        share: { percent: 50, maximumEuro: null, minimumCostEuro: null },
        status: "open",
        statusNote: words("Stand"),
        opensOn: null,
        endsOn: null,
        contacts: ["adviser"],
        excludes: [],
        asOf: "2026-11",
        sources: ["article"],
      },
    ],
    contacts: [
      {
        id: "adviser",
        name: words("Beratungsstelle"),
        tracks: [...tracks],
        laender: [],
        offers: words("Rat"),
        phone: null,
        email: null,
        url: null,
        endsOn: null,
        asOf: "2026-11",
        confirmed: true,
        sources: ["article"],
      },
    ],
    duties: [
      {
        id: "literacy",
        tracks: [...tracks],
        law: ["act"],
        title: words("Pflicht"),
        what: words("Was zu tun ist"),
        conditions: [{ aiUse: ["trial", "operation"], asSoonAs: words("sobald KI genutzt wird") }],
        appliesFrom: "2025-02-02",
        appliesUntil: null,
        fulfilledBy: { municipality: ["skills-key"], sme: ["skills-key"] },
        owner: words("Leitung"),
        caveat: null,
      },
    ],
    coding: { date: "2026-11-25", how: words("zwei Personen"), cells: [] },
    law: [
      {
        id: "act",
        act: words("Gesetz"),
        provision: { de: "Art. x", en: "Art. x" },
        short: { de: "Art. x G", en: "Art. x G" },
        title: words("Titel"),
        summary: words("Inhalt"),
        tracks: ["sme"],
        appliesFrom: null,
        unconfirmed: null,
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
    notFound: [],
    regions: [region("valley", [{ dimension: "strategy", direction: "positive", strength: "a" }])],
    statistics: [
      {
        id: "share",
        sizeClass: null,
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
  for (const kind of [
    "initiatives",
    "funding",
    "contacts",
    "law",
    "duties",
    "findings",
    "sources",
    "notFound",
    "regions",
    "statistics",
  ] as const)
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
