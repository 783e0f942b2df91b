import type { z } from "zod";
import type { Item, Questionnaire } from "../questionnaire/questionnaire";
import type { Track } from "../vocabulary";
import { depthSchema, sizeClassSchema, trackSchema } from "../vocabulary";
import { answerSchema, type Answer } from "./answer";
import { organisationSchema, sizeClassFits, type Assessment } from "./assessment";

export const saveFileFormat = "ki-pegel/assessment" as const;
const formatVersion = 1 as const;
const knownKeys = ["format", "version", "track", "depth", "modelVersion", "organisation", "answers"];

/** Codes, not sentences: the page says them in the reader's language, the command line in English. */
export type FaultCode =
  | "wrong-encoding" | "not-json" | "not-an-object" | "missing" | "unknown-key" | "wrong-format" | "future-version" | "wrong-version"
  | "unknown-track" | "unknown-depth" | "unknown-value" | "future-model" | "wrong-model" | "unknown-item" | "level-out-of-range"
  | "not-an-answer" | "two-answers" | "reason-missing" | "not-applicable-not-allowed" | "text-expected" | "text-too-long"
  | "size-class-of-other-track"; // prettier-ignore
/** `path` is dotted, as in `answers.strategy-goals.level`; empty for the file as a whole. `found` is what stands there, where that helps. */
export type SaveFileFault = { path: string; code: FaultCode; found?: string };
export type SaveFileResult = { assessment: Assessment; faults: [] } | { assessment: null; faults: SaveFileFault[] };

const isFutureVersion = (version: unknown) => typeof version === "number" && version > formatVersion;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** @returns the parsed text, or the fault that it is not JSON. */
export function parseSaveFileText(text: string, questionnaires: Record<Track, Questionnaire>): SaveFileResult {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { assessment: null, faults: [{ path: "", code: "not-json" }] };
  }
  return parseSaveFile(raw, questionnaires);
}

/**
 * Reads the interchange format (method, section 10).
 * @returns the assessment, or every fault with its path, all at once.
 */
export function parseSaveFile(raw: unknown, questionnaires: Record<Track, Questionnaire>): SaveFileResult {
  const faults: SaveFileFault[] = [];
  const fault = (path: string, code: FaultCode) => void faults.push({ path, code });
  const refused = (): SaveFileResult => ({ assessment: null, faults });

  if (!isObject(raw)) {
    fault("", "not-an-object");
    return refused();
  }
  for (const key of Object.keys(raw)) if (!knownKeys.includes(key)) fault(key, "unknown-key");

  if (raw.format !== saveFileFormat) fault("format", raw.format === undefined ? "missing" : "wrong-format");
  if (raw.version !== formatVersion)
    fault("version", raw.version === undefined ? "missing" : isFutureVersion(raw.version) ? "future-version" : "wrong-version");

  const track = trackSchema.safeParse(raw.track).data;
  if (!track) fault("track", raw.track === undefined ? "missing" : "unknown-track");
  const depth = depthSchema.safeParse(raw.depth).data;
  if (!depth) fault("depth", raw.depth === undefined ? "missing" : "unknown-depth");

  const questionnaire = track && questionnaires[track];
  const modelVersion = readModelVersion(raw.modelVersion, questionnaire);
  const organisation = readOrganisation(raw.organisation, track);
  const answers = readAnswers(raw.answers, questionnaire);

  if (faults.length > 0 || !track || !depth || !modelVersion) return refused();
  return { assessment: { track, depth, modelVersion, organisation, answers }, faults: [] };

  function readModelVersion(value: unknown, model: Questionnaire | undefined): string | undefined {
    if (value === undefined) fault("modelVersion", "missing");
    else if (typeof value !== "string" || !/^\d+\.\d+\.\d+$/.test(value)) fault("modelVersion", "wrong-model");
    else if (model && isNewer(value, model.modelVersion)) fault("modelVersion", "future-model");
    else return value;
    return undefined;
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

  function readAnswers(value: unknown, model: Questionnaire | undefined): Assessment["answers"] {
    if (!isObject(value)) {
      fault("answers", value === undefined ? "missing" : "not-an-object");
      return {};
    }
    const items = model?.dimensions.flatMap((dimension) => dimension.items);
    // Without a prototype, so that an item called "__proto__" is an unknown item and nothing more.
    const answers: Assessment["answers"] = Object.create(null) as Assessment["answers"];
    for (const [id, rawAnswer] of Object.entries(value)) {
      const path = `answers.${id}`;
      const item = items?.find((candidate) => candidate.id === id);
      if (items && !item) {
        fault(path, "unknown-item");
        continue;
      }
      const answer = readAnswer(path, rawAnswer, item);
      if (answer) answers[id] = answer;
    }
    return { ...answers };
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
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) fault(`${path}.${key}`, "unknown-key");
    else {
      const at = [path, ...issue.path].join(".");
      if (issue.path[0] === "level") fault(at, "level-out-of-range");
      else if (issue.code === "too_big") fault(at, "text-too-long");
      else if (issue.path[0] === "reason") fault(at, "reason-missing");
      else if (issue.code === "custom") fault(at, "not-an-answer");
      else if (issue.code === "invalid_type") fault(at, "text-expected");
      else fault(at, "unknown-value");
    }
  }
}

/** The save file of an assessment: what `parseSaveFile` reads back unchanged. */
export function toSaveFile({ track, depth, modelVersion, organisation, answers }: Assessment) {
  return { format: saveFileFormat, version: formatVersion, track, depth, modelVersion, organisation, answers };
}

/** Both versions are of the form 1.2.3. */
function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}
