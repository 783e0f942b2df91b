import { z } from "zod";
import { agreedAnswers } from "../agreement/agreed-answers";
import { begunAnew, type Person, type Team } from "../agreement/team";
import { noStep, planLimitsSchema } from "../plan/settings";
import { factsSchema } from "../duties/facts";
import { brandSchema, noBrand } from "../brand/brand";
import { brandFields, toBrand } from "../brand/brand-fields";
import { findItem, type Item, type Questionnaire } from "../questionnaire/questionnaire";
import { versionSchema } from "../questionnaire/versions";
import { aiUseSchema, depthSchema, idSchema, sizeClassSchema, trackSchema, tracks, type Track } from "../vocabulary";
import { answerSchema, isNotApplicable, type Answer, type Answers } from "./answer";
import { organisationSchema, sizeClassFits, type Assessment } from "./assessment";
import { answersTag, authorTextSchema } from "./author-text";
import { convertAnswers, previousAnswerSchema, readableVersion, type Models } from "./model-versions";
import {
  historyPartSchema,
  planPartSchema,
  roundPartSchema,
  saveFileFormat,
  saveFileVersion,
  teamPartSchema,
  type FaultCode,
  type SaveFileFault,
} from "./save-file";
import { nothingAdded, weightsSchema, type AssessmentState, type ClosedRound, type WholeAssessment } from "./whole-assessment";

const firstKeys = ["format", "version", "track", "depth", "modelVersion", "organisation", "answers"];
/** What a file of each version may hold. */
const knownKeys: Record<number, string[]> = {
  1: firstKeys,
  [saveFileVersion]: [...firstKeys, "aiUse", "previous", "weights", "facts", "plan", "texts", "team", "round", "history", "brand"],
};

/**
 * `writtenUnder` is the version of the questionnaire that the file names. The assessment is of the same one, unless that
 * was never published here: then all its answers have to be confirmed under the next, but for the `dropped`, whose items
 * that does not know.
 */
export type SaveFileResult =
  | { assessment: WholeAssessment; writtenUnder: string; dropped: string[]; faults: [] }
  | { assessment: null; writtenUnder: null; faults: SaveFileFault[] };

type ModelsByTrack = Readonly<Record<Track, Readonly<Record<string, Questionnaire & Models[string]>>>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** @returns the parsed text, or the fault that it is not JSON. */
export function parseSaveFileText(text: string, models: ModelsByTrack): SaveFileResult {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { assessment: null, writtenUnder: null, faults: [{ path: "", code: "not-json" }] };
  }
  return parseSaveFile(raw, models);
}

/**
 * Reads the interchange format (method, section 10).
 * @param models every published version of each track's questionnaire.
 * @returns the assessment, or every fault with its path, all at once.
 */
export function parseSaveFile(raw: unknown, models: ModelsByTrack): SaveFileResult {
  const faults: SaveFileFault[] = [];
  const fault = (path: string, code: FaultCode) => void faults.push({ path, code });
  const refused = (): SaveFileResult => ({ assessment: null, writtenUnder: null, faults });

  if (!isObject(raw)) {
    fault("", "not-an-object");
    return refused();
  }
  // Another file altogether: what it lacks of a save file helps nobody.
  if (raw.format !== saveFileFormat && raw.answers === undefined) {
    fault("", "wrong-format");
    return refused();
  }
  readEnvelope(raw);
  const track = trackSchema.safeParse(raw.track).data;
  if (!track) fault("track", raw.track === undefined ? "missing" : "unknown-track");
  const depth = depthSchema.safeParse(raw.depth).data;
  if (!depth) fault("depth", raw.depth === undefined ? "missing" : "unknown-depth");

  const writtenUnder = readVersion(raw.modelVersion);
  const readAs = track && writtenUnder ? readableVersion(writtenUnder, models[track]) : null;
  if (track && writtenUnder && !readAs) fault("modelVersion", "future-model");
  // Where nothing says which model it is, the answers are read for everything but their items.
  const model = track && readAs !== null ? models[track][readAs] : undefined;
  const isPublished = readAs !== null && readAs === writtenUnder;
  const aiUse = readPart("aiUse", aiUseSchema, "unknown");
  const organisation = readOrganisation(raw.organisation, track);
  const answers = readAnswers(raw.answers, isPublished ? model : undefined);
  const added = {
    previous: readPrevious(raw.previous, model),
    weights: readPart("weights", weightsSchema, nothingAdded.weights),
    facts: readPart("facts", factsSchema, nothingAdded.facts),
    plan: readPlan(raw.plan),
    authorText: readAuthorText(raw.texts, answers),
    team: readTeam(isPublished ? model : undefined),
    rounds: readRounds(),
    history: readPart("history", historyPartSchema, nothingAdded.history),
    brand: toBrand(brandFields(readPart("brand", brandSchema, noBrand))),
  };

  if (faults.length > 0 || !track || !depth || !writtenUnder || !readAs) return refused();
  const given = { modelVersion: writtenUnder, answers, previous: added.previous };
  if (isPublished) return { assessment: { track, depth, aiUse, organisation, ...added, ...given }, writtenUnder, dropped: [], faults: [] };
  // What people have answered to questions that are not known here counts as they have agreed on it, and has to be confirmed.
  const { dropped, ...answered } = convertAnswers({ ...given, answers: agreedAnswers(answers, added.team) }, readAs, models[track]);
  const team = begunAnew(added.team);
  return { assessment: { track, depth, aiUse, organisation, ...added, ...answered, team }, writtenUnder, dropped, faults: [] };

  function readEnvelope({ format, version, ...rest }: Record<string, unknown>): void {
    const known = typeof version === "number" ? knownKeys[version] : undefined;
    for (const key of Object.keys(rest)) if (!(known ?? knownKeys[saveFileVersion])?.includes(key)) fault(key, "unknown-key");
    if (format !== saveFileFormat) fault("format", format === undefined ? "missing" : "wrong-format");
    const isFuture = typeof version === "number" && version > saveFileVersion;
    if (!known) fault("version", version === undefined ? "missing" : isFuture ? "future-version" : "wrong-version");
  }

  function readVersion(value: unknown): string | undefined {
    const version = versionSchema.safeParse(value).data;
    if (!version) fault("modelVersion", value === undefined ? "missing" : "wrong-model");
    return version;
  }

  /** A part that need not be there. @param otherwise what holds then, and where it is wrong. */
  function readPart<Schema extends z.ZodType>(path: string, schema: Schema, otherwise: z.output<Schema>): z.output<Schema> {
    const value = raw === undefined || !isObject(raw) ? undefined : raw[path];
    if (value === undefined) return otherwise;
    const result = schema.safeParse(value);
    for (const issue of result.error?.issues ?? []) addIssue(path, issue);
    return result.success ? result.data : otherwise;
  }

  function readOrganisation(value: unknown, ofTrack: Track | undefined): Assessment["organisation"] {
    if (value === undefined) return {};
    if (!isObject(value)) {
      fault("organisation", "not-an-object");
      return {};
    }
    const result = organisationSchema.safeParse(value);
    for (const issue of result.error?.issues ?? []) addIssue("organisation", issue);
    const sizeClass = sizeClassSchema.safeParse(value.sizeClass).data;
    if (ofTrack && sizeClass && !sizeClassFits(ofTrack, sizeClass)) fault("organisation.sizeClass", "size-class-of-other-track");
    return result.data ?? {};
  }

  function readPlan(value: unknown): WholeAssessment["plan"] {
    if (value === undefined) return nothingAdded.plan;
    const { limits: given, since = null, kept = null, steps } = readPart("plan", planPartSchema, { limits: {}, steps: {} });
    const limits = planLimitsSchema.safeParse(given).data ?? null;
    return {
      limits,
      since: limits && since,
      kept: limits && kept,
      steps: Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, { ...noStep, ...step }])),
    };
  }

  function readTeam(today: Questionnaire | undefined): Team {
    const { people = [], agreed = {}, showNames = false } = readPart("team", teamPartSchema, {});
    const check = (path: string, answer: Answer | null, id: string) => {
      const item = today && findItem(today, id);
      if (today && !item) fault(path, "unknown-item");
      else if (item && !item.allowsNotApplicable && answer && isNotApplicable(answer)) fault(path, "not-applicable-not-allowed");
    };
    people.forEach(({ items, answers }, index) => {
      items.forEach((id, place) => check(`team.people.${index}.items.${place}`, null, id));
      for (const [id, answer] of Object.entries(answers)) check(`team.people.${index}.answers.${id}`, answer, id);
    });
    for (const [id, { answer }] of Object.entries(agreed)) check(`team.agreed.${id}`, answer, id);
    return {
      people: people.map((person): Person => ({ ...person, until: person.until ?? null, ask: person.ask ?? "" })),
      recorded: Object.fromEntries(Object.entries(agreed).map(([id, one]) => [id, { ...one, about: one.about ?? "" }])),
      showNames,
    };
  }

  function readRounds(): WholeAssessment["rounds"] {
    const { begun = null, targets = {}, closed = [] } = readPart("round", roundPartSchema, {});
    const rounds = closed.flatMap(({ closed: closedOn, targets: aims = {}, assessment, ...rest }, index): ClosedRound[] => {
      const path = `round.closed.${index}`;
      if (index > 0 && closedOn < (closed[index - 1]?.closed ?? "")) fault(`${path}.closed`, "unknown-value");
      const state = readState(`${path}.assessment`, assessment);
      return state ? [{ closedOn, ...rest, targets: aims, state }] : [];
    });
    return { closed: rounds, begunOn: closed.length > 0 ? begun : null, targets };
  }

  /** What was closed is kept as it was: it is of the same track, has no rounds or history of its own, and goes over to no other questionnaire. */
  function readState(path: string, value: Record<string, unknown>): AssessmentState | null {
    const { round, history, brand, ...file } = value;
    if (brand !== undefined) fault(`${path}.brand`, "unknown-key");
    if (round !== undefined && !(isObject(round) && Object.keys(round).length === 0)) fault(`${path}.round`, "unknown-value");
    if (history !== undefined) fault(`${path}.history`, "unknown-key");
    const read = parseSaveFile(file, models);
    for (const inner of read.faults) faults.push({ ...inner, path: [path, inner.path].filter(Boolean).join(".") });
    if (!read.assessment) return null;
    const { rounds: _rounds, history: _history, brand: _brand, ...state } = read.assessment;
    if (state.track !== track) fault(`${path}.track`, "unknown-value");
    if (state.modelVersion !== read.writtenUnder) fault(`${path}.modelVersion`, "wrong-model");
    return state;
  }

  function readAuthorText(value: unknown, about: Answers): WholeAssessment["authorText"] {
    if (value === undefined || (isObject(value) && Object.keys(value).length === 0)) return null;
    const nothing = { author: "", language: "de" as const, summary: "", comments: {}, logo: null, answers: answersTag(about) };
    return { ...nothing, ...readPart("texts", authorTextSchema.partial(), {}) };
  }

  function readPrevious(value: unknown, today: Questionnaire | undefined): WholeAssessment["previous"] {
    const previous = readPart("previous", z.record(idSchema, previousAnswerSchema), {});
    if (isObject(value)) for (const id of Object.keys(previous)) if (today && !findItem(today, id)) fault(`previous.${id}`, "unknown-item");
    return previous;
  }

  function readAnswers(value: unknown, today: Questionnaire | undefined): Answers {
    if (!isObject(value)) {
      fault("answers", value === undefined ? "missing" : "not-an-object");
      return {};
    }
    // Without a prototype, so that an item called "__proto__" is an unknown item and nothing more.
    const read: Answers = Object.create(null) as Answers;
    for (const [id, rawAnswer] of Object.entries(value)) {
      const path = `answers.${id}`;
      const item = today && findItem(today, id);
      if (today && !item) fault(path, isOfOtherTrack(id) ? "item-of-other-track" : "unknown-item");
      else {
        const answer = readAnswer(path, rawAnswer, item);
        if (answer) read[id] = answer;
      }
    }
    return { ...read };
  }

  function isOfOtherTrack(id: string): boolean {
    const others = tracks.filter((other) => other !== track);
    return others.some((other) => Object.values(models[other]).some((one) => findItem(one, id)));
  }

  function readAnswer(path: string, value: unknown, item: Item | undefined): Answer | undefined {
    if (!isObject(value)) fault(path, "not-an-answer");
    else if ("level" in value && "answer" in value) fault(path, "two-answers");
    else if ("answer" in value && value.answer !== "dk" && value.answer !== "na") fault(path, "not-an-answer");
    else {
      if (value.answer === "na" && item && !item.allowsNotApplicable) fault(path, "not-applicable-not-allowed");
      // The kind that the value chose, not the union: the union may report what is wrong by another kind.
      const [withLevel, dontKnow, notApplicable, stillOpen] = answerSchema.options;
      const schema = "level" in value ? withLevel : !("answer" in value) ? stillOpen : value.answer === "dk" ? dontKnow : notApplicable;
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      for (const issue of result.error.issues) addIssue(path, issue);
    }
    return undefined;
  }

  function addIssue(path: string, issue: z.core.$ZodIssue): void {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) fault([path, ...issue.path, key].join("."), "unknown-key");
    else fault([path, ...issue.path].join("."), codeOf(issue));
  }
}

function codeOf(issue: z.core.$ZodIssue): FaultCode {
  if (issue.path[0] === "level") return "level-out-of-range";
  if (issue.code === "too_big" && issue.origin === "string") return "text-too-long";
  if (issue.path[0] === "reason") return "reason-missing";
  if (issue.path[0] === "colour") return "unknown-value";
  if (issue.code === "custom") return "not-an-answer";
  if (issue.code !== "invalid_type") return "unknown-value";
  return issue.expected === "string" ? "text-expected" : ["object", "record"].includes(issue.expected) ? "not-an-object" : "unknown-value";
}
