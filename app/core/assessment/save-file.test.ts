import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimension, item, modelVersion, roughText } from "../../../tests/support/builders";
import { actorSchema, changeKindSchema, written } from "../changes/change";
import { personStates } from "../agreement/team";
import { stepStatuses } from "../plan/settings";
import type { Questionnaire } from "../questionnaire/questionnaire";
import { aiUses, depths, laender, languages, ownerships, sectors, sizeClasses, tracks, type Track } from "../vocabulary";
import type { Answer, Answers, Level } from "./answer";
import { parseSaveFile, parseSaveFileText } from "./parse-save-file";
import { toSaveFile, type FaultCode } from "./save-file";
import { cleanText, textLimits } from "./text";
import { nothingAdded, type AssessmentState, type WholeAssessment } from "./whole-assessment";
import { brandSchema, typefaceIds, voices } from "../brand/brand";

const dimensions = [dimension("strategy", [item("goals"), item("backing", { allowsNotApplicable: true }), item("review")])];
const model = (track: Track, version: string, items: Questionnaire["dimensions"]) => ({
  ...{ track, modelVersion: version, contradictions: [], dimensions: items },
  mapping: null,
});
/** The version before asked for nothing but goals and old goals. */
const before = "1.1.0";
const models = {
  municipality: {
    [before]: model("municipality", before, [dimension("strategy", [item("goals"), item("old-goals")])]),
    [modelVersion]: model("municipality", modelVersion, dimensions),
  },
  sme: { [modelVersion]: model("sme", modelVersion, [dimension("strategy", [item("growth")])]) },
};

const validFile = () => ({
  format: "ki-pegel/assessment",
  version: 1,
  track: "municipality",
  depth: "full",
  modelVersion,
  organisation: { name: "Musterstadt", land: "NW", sizeClass: "inhabitants-20000-49999" },
  answers: {
    goals: { level: 3, note: "Beschluss", evidence: "https://example.org" },
    backing: { answer: "na", reason: "kein Rat" },
    review: { answer: "dk" },
  },
});

const parse = (raw: unknown) => parseSaveFile(raw, models);
const parseText = (text: string) => parseSaveFileText(text, models);
const parseChanged = (change: object) => parse({ ...validFile(), ...change });
/** As a file brings it: `__proto__` is a key like any other. */
const fromText = (text: string): unknown => JSON.parse(text);
/** A closed round of a file. */
const closedPart = (change: object = {}) => {
  const { organisation: _organisation, ...rest } = validFile();
  return { closed: "2026-05-12", samePeople: false, contentVersion: "abcd", assessment: { ...rest, version: 2, ...change } };
};
const refused = (path: string, code: FaultCode) => ({ assessment: null, writtenUnder: null, faults: [{ path, code }] });
const pairs = ({ faults }: ReturnType<typeof parse>) => faults.map(({ path, code }) => [path, code]);

describe("a sound file", () => {
  it("becomes an assessment, without the envelope", () => {
    const { format, version, ...assessment } = validFile();
    expect(parse(validFile())).toEqual({
      assessment: { ...nothingAdded, aiUse: "unknown", ...assessment },
      writtenUnder: modelVersion,
      dropped: [],
      faults: [],
    });
    expect([format, version]).toEqual(["ki-pegel/assessment", 1]);
  });

  it.each<[string, object]>([
    ["without an organisation", { organisation: undefined }],
    ["without answers yet", { answers: {} }],
    ["of an older model", { modelVersion: before, answers: { "old-goals": { level: 1 } } }],
    ["with the days of its answers", { answers: { goals: { level: 1, date: "2026-11-25", by: "Erika" } } }],
    ["with an item that has a note only", { answers: { goals: { note: "Frau Yıldız fragen" } } }],
  ])("may be one %s", (_kind, change) => {
    expect(pairs(parseChanged(change))).toEqual([]);
  });

  it("has its texts cleaned", () => {
    const { assessment } = parseChanged({
      organisation: { name: " Musterstadt\u0000 " },
      answers: { goals: { level: 1, note: "a\r\nb" }, backing: { answer: "na", reason: " r\n" } },
    });
    expect(assessment).toMatchObject({
      organisation: { name: "Musterstadt" },
      answers: { goals: { note: "a\nb" }, backing: { reason: "r" } },
    });
  });

  it("is refused where its brand cannot be printed or belongs to a closed round", () => {
    expect(pairs(parseChanged({ version: 2, brand: { colour: "#ffcc00", font: "x" } }))).toEqual([
      ["brand.colour", "unknown-value"],
      ["brand.font", "unknown-key"],
    ]);
    const closed = { closed: "2026-05-12", samePeople: true, contentVersion: "a", assessment: { ...validFile(), brand: {} } };
    expect(pairs(parseChanged({ version: 2, round: { closed: [closed] } }))).toEqual([["round.closed.0.assessment.brand", "unknown-key"]]);
  });

  it("may begin with a byte order mark", () => {
    expect(parseText(`\uFEFF${JSON.stringify(validFile())}`)).toEqual(parse(validFile()));
  });

  it("comes back as it was written, whatever the assessment", () => {
    const text = roughText(12).map(cleanText);
    const words = text.filter((clean) => clean !== "");
    const remarks = { note: text, evidence: text };
    const optional = { requiredKeys: [] };
    const answer = (allowsNotApplicable: boolean): fc.Arbitrary<Answer> =>
      fc.oneof(
        fc.tuple(fc.constantFrom<Level>(0, 1, 2, 3, 4), fc.record(remarks, optional)).map(([level, rest]) => ({ level, ...rest })),
        fc.record(remarks, optional).map((rest) => ({ answer: "dk" as const, ...rest })),
        fc.record({ note: words }),
        ...(allowsNotApplicable
          ? [fc.tuple(words, fc.record(remarks, optional)).map(([reason, rest]) => ({ answer: "na" as const, reason, ...rest }))]
          : []),
      );
    const dated = fc.record({ date: fc.constant("2026-11-25"), by: words }, optional);
    const ids = fc.constantFrom("a", "b-c");
    const limits = {
      ...{ budgetEuro: fc.nat(1e8), personDaysPerQuarter: fc.nat(1e5), quarters: fc.integer({ min: 1, max: 16 }) },
      ...{ pinned: fc.array(ids), excluded: fc.array(ids), forceDuties: fc.boolean(), cautious: fc.boolean() },
    };
    const [once, yearly] = [fc.tuple(fc.nat(1e6), fc.nat(1e6)), { yearlyEuro: fc.nat(1e6), yearlyPersonDays: fc.nat(1e6) }];
    const laid = { id: ids, start: fc.nat(15), quarters: fc.integer({ min: 1, max: 16 }) };
    const keptPlan: fc.Arbitrary<WholeAssessment["plan"]["kept"]> = fc.record({
      ...{ on: fc.constant("2026-11-25"), limits: fc.record(limits) },
      from: fc.record({ answers: ids, profile: ids, duties: ids }),
      ...{ score: fc.record({ before: fc.nat(100), after: fc.nat(100) }), gap: fc.nat(100) },
      steps: fc.array(fc.record({ ...laid, costEuro: once, personDays: once, ...yearly }), { maxLength: 3 }),
    });
    const plan: fc.Arbitrary<WholeAssessment["plan"]> = fc
      .record({
        limits: fc.option(fc.record(limits)),
        since: fc.constant("2026-11-25"),
        kept: fc.option(keptPlan),
        steps: fc.dictionary(
          ids,
          fc.record({ status: fc.constantFrom(...stepStatuses), owner: text, due: fc.constantFrom("", "2027-01-31"), note: text }),
        ),
      })
      .map(({ limits, since, kept, steps }) => ({ limits, since: limits && since, kept: limits && kept, steps: { ...steps } }));
    const authorText: fc.Arbitrary<WholeAssessment["authorText"]> = fc.record({
      ...{ author: text, language: fc.constantFrom(...languages), summary: text },
      comments: fc.record({ strategy: text, skills: text }, optional),
      logo: fc.option(fc.record({ type: fc.constantFrom("png" as const, "jpeg" as const), base64: fc.constant("iVBORw0KGgo=") })),
      answers: fc.string(),
    });
    const brand = fc
      .record({
        ...{ name: words, footer: text, contact: text, colour: fc.constantFrom(null, "#8a1538", "#2044AA") },
        ...{ typeface: fc.constantFrom(...typefaceIds), voice: fc.constantFrom(...voices) },
      })
      .map((given) => brandSchema.parse(given));
    const targets = fc.record(
      { strategy: fc.record({ value: fc.integer({ min: 1, max: 100 }), by: fc.constant("2027-12-31") }) },
      optional,
    );
    const day = fc.constantFrom("2026-05-12", "2026-11-25");
    const assessmentOf = (track: Track): fc.Arbitrary<WholeAssessment> => {
      const state = stateOf(track);
      const closed = fc.record({ closedOn: day, samePeople: fc.boolean(), contentVersion: fc.constant("abcd1234"), targets, state });
      const rounds = fc
        .record({ closed: fc.array(closed, { maxLength: 3 }), begunOn: fc.option(day), targets })
        .map(({ closed: all, begunOn, targets: aims }) => ({
          closed: all.toSorted((a, b) => a.closedOn.localeCompare(b.closedOn)),
          begunOn: all.length > 0 ? begunOn : null,
          targets: aims,
        }));
      const value = fc.option(fc.constantFrom("1", "dk", written));
      const change = fc.record({
        ...{ at: fc.constantFrom("2026-05-12T08:00:00.000Z", "2026-11-25T09:30:00.123Z"), by: fc.constantFrom(...actorSchema.options) },
        ...{ what: fc.constantFrom(...changeKindSchema.options), of: fc.constantFrom("", "a", "b-c.status"), from: value, to: value },
      });
      const all = fc.record({ rounds, brand: fc.option(brand), history: fc.array(change, { maxLength: 3 }) });
      return fc.tuple(state, all).map(([kept, theirs]) => ({ ...kept, ...theirs }));
    };
    const stateOf = (track: Track): fc.Arbitrary<AssessmentState> => {
      const items =
        Object.values(models[track])
          .at(-1)
          ?.dimensions.flatMap((one) => one.items) ?? [];
      const itemIds = items.map(({ id }) => id);
      const answersToSome = fc
        .record(Object.fromEntries(items.slice(0, 3).map((one) => [one.id, answer(one.allowsNotApplicable)])), optional)
        .map((some) => ({ ...some }) as Answers);
      const person = fc.record({
        ...{ name: text, items: fc.subarray(itemIds.slice(0, 3)), until: fc.option(day), state: fc.constantFrom(...personStates) },
        ...{ ask: text, answers: answersToSome },
      });
      const recorded = fc.record({ answer: fc.constant({ level: 2 as const }), reason: words, about: fc.constant("a-1") });
      const team = fc
        .record({ people: fc.array(person, { maxLength: 2 }), some: fc.subarray(itemIds.slice(0, 3)), recorded, showNames: fc.boolean() })
        .map(({ people, some, recorded: one, showNames }) => ({
          ...{ people, recorded: Object.fromEntries(some.map((id) => [id, one])), showNames },
        }));
      const earlier = fc.record({ modelVersion: fc.constant(before), item: ids, answer: answer(true) });
      return fc.record({
        team,
        track: fc.constant(track),
        depth: fc.constantFrom(...depths),
        modelVersion: fc.constant(modelVersion),
        aiUse: fc.constantFrom(...aiUses),
        organisation: fc.record(
          {
            name: text,
            land: fc.constantFrom(...laender),
            sizeClass: fc.constantFrom(...sizeClasses[track]),
            sector: fc.constantFrom(...sectors),
            ownership: fc.constantFrom(...ownerships),
          },
          optional,
        ),
        answers: fc
          .record(
            Object.fromEntries(
              items.map((one) => [
                one.id,
                fc.tuple(answer(one.allowsNotApplicable), dated).map(([said, origin]): Answer => ({ ...said, ...origin })),
              ]),
            ),
            optional,
          )
          .map((answers) => answers as Answers),
        previous: fc.dictionary(fc.constantFrom(...itemIds), earlier).map((previous) => ({ ...previous })),
        weights: fc.record({ strategy: fc.constantFrom(0, 0.5, 3), acceptance: fc.constantFrom(1, 100) }, optional),
        facts: fc.record({ "buys-ai": fc.boolean(), "scores-decide": fc.boolean() }, optional),
        plan,
        authorText: fc.option(authorText),
      });
    };

    fc.assert(
      fc.property(fc.oneof(...tracks.map(assessmentOf)), (original) => {
        const file = JSON.stringify(toSaveFile(original));
        const { assessment, writtenUnder, faults } = parseText(file);
        expect(faults).toEqual([]);
        expect(assessment).toEqual(original);
        expect(writtenUnder).toBe(modelVersion);
        expect(assessment && JSON.stringify(toSaveFile(assessment))).toBe(file);
      }),
    );
  });

  it("of a version that was published stays of it", () => {
    const { assessment, writtenUnder } = parseChanged({
      modelVersion: before,
      answers: { goals: { level: 2 }, "old-goals": { level: 1 } },
    });
    expect(writtenUnder).toBe(before);
    expect(assessment).toMatchObject({ modelVersion: before, answers: { goals: { level: 2 }, "old-goals": { level: 1 } }, previous: {} });
  });

  it.each(["0.9.0", "1.0.7"])("of version %s, which was never published, has all its answers to be confirmed under the next", (version) => {
    const answers = { goals: { level: 2, note: "Beschluss" }, "old-goals": { answer: "dk" }, vanished: { level: 4 } };
    const result = parseChanged({ modelVersion: version, answers });
    expect(result).toMatchObject({ writtenUnder: version, dropped: ["vanished"] });
    const { assessment } = result;
    expect(assessment).toMatchObject({ modelVersion: before, answers: { goals: { note: "Beschluss" } } });
    expect(assessment?.previous).toEqual({
      goals: { modelVersion: version, item: "goals", answer: answers.goals },
      "old-goals": { modelVersion: version, item: "old-goals", answer: answers["old-goals"] },
    });
  });

  it("may leave out what nobody has added", () => {
    const { version: _first, ...rest } = validFile();
    expect(parse({ ...rest, version: 2 }).assessment).toMatchObject({ ...nothingAdded, aiUse: "unknown" });
    expect(parse({ ...rest, version: 2, plan: { limits: {}, steps: {} }, texts: {}, round: {}, weights: {} }).assessment).toMatchObject(
      nothingAdded,
    );
    const steps = { a: { status: "done" } };
    expect(parse({ ...rest, version: 2, plan: { limits: {}, steps }, texts: { summary: "Fazit" } }).assessment).toMatchObject({
      plan: { limits: null, steps: { a: { status: "done", owner: "", due: "", note: "" } } },
      authorText: { author: "", summary: "Fazit", comments: {}, logo: null },
    });
  });
});

describe("a fault in what was added", () => {
  it.each<[FaultCode, string, object]>([
    ["unknown-value", "aiUse", { aiUse: "sometimes" }],
    ["not-an-object", "weights", { weights: 3 }],
    ["unknown-value", "weights.strategy", { weights: { strategy: -1 } }],
    ["not-an-object", "facts", { facts: true }],
    ["unknown-value", "facts.buys-ai", { facts: { "buys-ai": "yes" } }],
    ["not-an-object", "plan", { plan: "later" }],
    ["unknown-value", "plan.steps.a.status", { plan: { limits: {}, steps: { a: { status: "soon" } } } }],
    ["text-too-long", "plan.steps.a.note", { plan: { limits: {}, steps: { a: { note: "x".repeat(2_001) } } } }],
    ["unknown-key", "plan.steps.a.who", { plan: { limits: {}, steps: { a: { who: "x" } } } }],
    ["unknown-value", "texts.logo.base64", { texts: { logo: { type: "png", base64: "§" } } }],
    ["text-too-long", "texts.summary", { texts: { summary: "x".repeat(6_001) } }],
    ["unknown-key", "round.name", { round: { name: "x" } }],
    ["unknown-value", "round.begun", { round: { begun: "yesterday" } }],
    ["unknown-value", "round.targets.skills.value", { round: { targets: { skills: { value: 0, by: "2027-12-31" } } } }],
    ["unknown-value", "round.closed", { round: { closed: Array.from({ length: 41 }, () => closedPart()) } }],
    ["unknown-value", "round.closed.1.closed", { round: { closed: [closedPart(), { ...closedPart(), closed: "2026-05-11" }] } }],
    [
      "level-out-of-range",
      "round.closed.0.assessment.answers.goals.level",
      { round: { closed: [closedPart({ answers: { goals: { level: 5 } } })] } },
    ],
    ["missing", "round.closed.0.assessment.track", { round: { closed: [closedPart({ track: undefined })] } }],
    ["unknown-value", "round.closed.0.assessment.track", { round: { closed: [closedPart({ track: "sme", answers: {} })] } }],
    ["wrong-model", "round.closed.0.assessment.modelVersion", { round: { closed: [closedPart({ modelVersion: "0.9.0", answers: {} })] } }],
    ["unknown-value", "round.closed.0.assessment.round", { round: { closed: [closedPart({ round: { begun: "2026-05-12" } })] } }],
    ["unknown-item", "previous.nobody", { previous: { nobody: { modelVersion: before, item: "a", answer: { level: 1 } } } }],
    ["unknown-value", "previous.goals.modelVersion", { previous: { goals: { modelVersion: "one", item: "a", answer: { level: 1 } } } }],
  ])("%s: %s", (code, path, change) => {
    expect(parseChanged({ version: 2, ...change })).toEqual(refused(path, code));
  });
});

describe("a fault in the file as a whole", () => {
  it.each([[""], ["{"], ["<!doctype html>"], ["undefined"], ["\uFEFF\uFEFF{}"]])("not-json: %j", (text) => {
    expect(parseText(text)).toEqual(refused("", "not-json"));
  });
  it.each([["null"], ["[]"], ["3"], ['"text"'], ["true"]])("not-an-object: %s", (text) => {
    expect(parseText(text)).toEqual(refused("", "not-an-object"));
  });

  it.each<[FaultCode, string, object]>([
    ["missing", "format", { format: undefined }],
    ["wrong-format", "format", { format: "ki-pegel/report" }],
    ["missing", "version", { version: undefined }],
    ["future-version", "version", { version: 3 }],
    ["wrong-version", "version", { version: 0 }],
    ["wrong-version", "version", { version: "1" }],
    ["wrong-version", "version", { version: "2" }],
    ["wrong-version", "version", { version: { toString: 1, valueOf: 1 } }],
    ["missing", "track", { track: undefined }],
    ["unknown-track", "track", { track: "county", answers: {} }],
    ["unknown-track", "track", { track: "__proto__", answers: {} }],
    ["missing", "depth", { depth: undefined }],
    ["unknown-depth", "depth", { depth: "deep" }],
    ["missing", "modelVersion", { modelVersion: undefined }],
    ["wrong-model", "modelVersion", { modelVersion: 1 }],
    ["wrong-model", "modelVersion", { modelVersion: "1.2" }],
    ["wrong-model", "modelVersion", { modelVersion: "v1.2.3" }],
    ["future-model", "modelVersion", { modelVersion: "1.2.4" }],
    ["future-model", "modelVersion", { modelVersion: "1.10.0" }],
    ["future-model", "modelVersion", { modelVersion: "2.0.0" }],
    ["unknown-key", "author", { author: "x" }],
    ["unknown-key", "weights", { weights: {} }],
    ["unknown-key", "__proto__", fromText('{ "__proto__": { "track": "sme" } }') as object],
    ["missing", "answers", { answers: undefined }],
    ["not-an-object", "answers", { answers: [] }],
    ["not-an-object", "answers", { answers: null }],
    ["not-an-object", "organisation", { organisation: "Musterstadt" }],
    ["not-an-object", "organisation", { organisation: null }],
  ])("%s: %s in %j", (code, path, change) => {
    expect(parseChanged(change)).toEqual(refused(path, code));
  });

  it("has no say on the items where the track is unknown, but on everything else", () => {
    const answers = { goals: { level: 9 }, anything: { level: 1 } };
    expect(pairs(parseChanged({ track: "county", modelVersion: "9.9.9", answers }))).toEqual([
      ["track", "unknown-track"],
      ["answers.goals.level", "level-out-of-range"],
    ]);
  });
});

describe("a fault in the organisation", () => {
  it.each<[FaultCode, string, object]>([
    ["text-expected", "organisation.name", { name: 3 }],
    ["text-too-long", "organisation.name", { name: "x".repeat(textLimits.name + 1) }],
    ["unknown-value", "organisation.land", { land: "XX" }],
    ["unknown-value", "organisation.sizeClass", { sizeClass: "huge" }],
    ["unknown-value", "organisation.sector", { sector: "magic" }],
    ["unknown-value", "organisation.ownership", { ownership: null }],
    ["unknown-key", "organisation.mayor", { mayor: "x" }],
    ["size-class-of-other-track", "organisation.sizeClass", { sizeClass: "employees-1-9" }],
  ])("%s: %s", (code, path, organisation) => {
    expect(pairs(parseChanged({ organisation }))).toEqual([[path, code]]);
  });

  it("is judged by the track of the file", () => {
    const sme = { track: "sme", answers: {} };
    expect(pairs(parseChanged({ ...sme, organisation: { sizeClass: "employees-1-9" } }))).toEqual([]);
    expect(pairs(parseChanged(sme))).toEqual([["organisation.sizeClass", "size-class-of-other-track"]]);
  });
});

describe("a fault in an answer", () => {
  it.each<[FaultCode, string, string, unknown]>([
    ["item-of-other-track", "answers.growth", "growth", { level: 1 }],
    ["item-of-other-track", "answers.growth", "growth", { level: 9, author: "x" }],
    ["unknown-item", "answers.old-goals", "old-goals", { level: 1 }],
    ["unknown-item", "answers.constructor", "constructor", { level: 1 }],
    ["not-an-answer", "answers.goals", "goals", 3],
    ["not-an-answer", "answers.goals", "goals", null],
    ["not-an-answer", "answers.goals", "goals", [{ level: 3 }]],
    ["not-an-answer", "answers.goals", "goals", {}],
    ["not-an-answer", "answers.goals", "goals", { note: " " }],
    ["not-an-answer", "answers.goals", "goals", { answer: "maybe" }],
    ["not-an-answer", "answers.goals", "goals", { answer: null }],
    ["two-answers", "answers.goals", "goals", { level: 3, answer: "dk" }],
    ["level-out-of-range", "answers.goals.level", "goals", { level: 5 }],
    ["level-out-of-range", "answers.goals.level", "goals", { level: -1 }],
    ["level-out-of-range", "answers.goals.level", "goals", { level: 2.5 }],
    ["level-out-of-range", "answers.goals.level", "goals", { level: "3" }],
    ["level-out-of-range", "answers.goals.level", "goals", { level: null }],
    ["level-out-of-range", "answers.goals.level", "goals", { level: 5, note: "a sound note" }],
    ["not-applicable-not-allowed", "answers.goals", "goals", { answer: "na", reason: "x" }],
    ["reason-missing", "answers.backing.reason", "backing", { answer: "na" }],
    ["reason-missing", "answers.backing.reason", "backing", { answer: "na", note: "a sound note" }],
    ["reason-missing", "answers.backing.reason", "backing", { answer: "na", reason: " " }],
    ["reason-missing", "answers.backing.reason", "backing", { answer: "na", reason: "\u0001" }],
    ["reason-missing", "answers.backing.reason", "backing", { answer: "na", reason: 3 }],
    ["text-expected", "answers.goals.note", "goals", { level: 1, note: 3 }],
    ["text-expected", "answers.goals.note", "goals", { note: 3 }],
    ["text-expected", "answers.goals.evidence", "goals", { answer: "dk", evidence: ["x"] }],
    ["unknown-key", "answers.goals.author", "goals", { level: 1, author: "x" }],
    ["unknown-value", "answers.goals.date", "goals", { level: 1, date: "25.11.2026" }],
    ["text-expected", "answers.goals.by", "goals", { level: 1, by: 3 }],
    ["unknown-key", "answers.goals.reason", "goals", { answer: "dk", reason: "x" }],
    ["unknown-key", "answers.goals.author", "goals", { note: "x", author: "x" }],
    ["unknown-key", "answers.goals.__proto__", "goals", fromText('{ "level": 1, "__proto__": { "answer": "dk" } }')],
  ])("%s: %s", (code, path, id, answer) => {
    expect(parseChanged({ answers: { [id]: answer } })).toEqual(refused(path, code));
  });

  it.each<["note" | "evidence" | "reason", number]>([
    ["note", textLimits.note],
    ["evidence", textLimits.evidence],
    ["reason", textLimits.reason],
  ])("text-too-long: a %s of %d characters fits, one more does not", (key, limit) => {
    const withText = (length: number) => parseChanged({ answers: { backing: { answer: "na", reason: "x", [key]: "x".repeat(length) } } });
    expect(pairs(withText(limit))).toEqual([]);
    expect(pairs(withText(limit + 1))).toEqual([[`answers.backing.${key}`, "text-too-long"]]);
  });

  it("is told by the kind of answer given, a remark too long beside it or not", () => {
    const note = "x".repeat(textLimits.note + 1);
    for (const answer of [{ level: 1 }, { answer: "dk" }, { answer: "na", reason: "x" }, {}])
      expect(pairs(parseChanged({ answers: { backing: { ...answer, note } } }))).toEqual([["answers.backing.note", "text-too-long"]]);
  });
});

it("names all faults at once, also several in one place", () => {
  const file = {
    format: "x",
    version: 7,
    depth: "deep",
    track: "municipality",
    modelVersion: "9.0.0",
    extra: 1,
    organisation: { name: 3, land: "XX", sizeClass: "employees-1-9", mayor: "x" },
    answers: {
      nobody: { level: 1 },
      goals: { level: 7, note: 3, evidence: "x".repeat(textLimits.evidence + 1), author: "x" },
      backing: { answer: "na", author: "x" },
      review: { answer: "na" },
    },
  };
  const { assessment, faults } = parse(file);
  expect(assessment).toBeNull();
  expect(new Set(faults.map(({ path, code }) => `${path}: ${code}`))).toEqual(
    new Set([
      "extra: unknown-key",
      "format: wrong-format",
      "version: future-version",
      "depth: unknown-depth",
      "modelVersion: future-model",
      "organisation.name: text-expected",
      "organisation.land: unknown-value",
      "organisation.sizeClass: size-class-of-other-track",
      "organisation.mayor: unknown-key",
      "answers.goals.level: level-out-of-range",
      "answers.goals.note: text-expected",
      "answers.goals.evidence: text-too-long",
      "answers.goals.author: unknown-key",
      "answers.backing.reason: reason-missing",
      "answers.backing.author: unknown-key",
      "answers.review.reason: reason-missing",
    ]),
  );
});

describe("a hostile file", () => {
  it("cannot reach a prototype", () => {
    const text = JSON.stringify(validFile()).replace('"goals":', '"__proto__":{"level":4},"goals":');
    expect(pairs(parseText(text))).toEqual([["answers.__proto__", "unknown-item"]]);
    expect(({} as Record<string, unknown>).level).toBeUndefined();
  });

  it("may be as long or as deep as it likes", () => {
    const deep = (count: number) => `${'{"answers":'.repeat(count)}1${"}".repeat(count)}`;
    expect(pairs(parseText("[".repeat(100_000) + "]".repeat(100_000)))).toEqual([["", "not-an-object"]]);
    expect(pairs(parseText(deep(50_000)))).toContainEqual(["answers.answers", "not-an-answer"]);
    expect(pairs(parseChanged({ answers: new Array(1_000_000).fill({ level: 1 }) }))).toEqual([["answers", "not-an-object"]]);
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`item-${index}`, { level: 1 }]));
    expect(parseChanged({ answers: many }).faults).toHaveLength(50_000);
  });

  const nonsense = fc.oneof(fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }), fc.jsonValue());

  it("never makes the reader throw: any value", () => {
    fc.assert(
      fc.property(nonsense, (raw) => {
        const { assessment, faults } = parse(raw);
        expect(assessment).toBeNull();
        expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("never makes the reader throw: any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseText(text).assessment).toBeNull();
      }),
    );
  });

  it("never makes the reader throw: nonsense in any place of a sound file", () => {
    const answer = fc.oneof(
      nonsense,
      fc.record({ level: nonsense, answer: nonsense, note: nonsense, evidence: nonsense, reason: nonsense }, { requiredKeys: [] }),
    );
    const answers = fc.dictionary(fc.constantFrom("goals", "backing", "review", "__proto__", "constructor"), answer);
    const organisation = fc.record({ name: nonsense, land: nonsense, sizeClass: nonsense }, { requiredKeys: [] });
    const change = fc.record(
      {
        format: nonsense,
        version: nonsense,
        track: nonsense,
        depth: nonsense,
        modelVersion: nonsense,
        organisation: fc.oneof(nonsense, organisation),
        answers: fc.oneof(nonsense, answers),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, (changed) => {
        const { assessment, faults } = parseChanged(changed);
        expect(assessment === null).toBe(faults.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
