import { z } from "zod";
import { ownValue } from "../entry-of";
import { destinationOf, type Mapping } from "../questionnaire/mapping";
import { itemsOf, type Item, type Questionnaire } from "../questionnaire/questionnaire";
import { compareVersions, versionSchema } from "../questionnaire/versions";
import { idSchema } from "../vocabulary";
import { answerSchema, isAnswered, isNotApplicable, type Answer, type Answers } from "./answer";

/** An answer to an item of an earlier version. */
export const previousAnswerSchema = z.strictObject({ modelVersion: versionSchema, item: idSchema, answer: answerSchema });
export type PreviousAnswer = z.infer<typeof previousAnswerSchema>;
/** By the item that they speak of today: shown there, to be confirmed, and counted nowhere. */
export type Previous = Record<string, PreviousAnswer>;

export type Answered = { modelVersion: string; answers: Answers; previous: Previous };
/** `dropped` are items of the earlier version whose answers say nothing any more. */
export type Converted = Answered & { dropped: string[] };

type Model = Pick<Questionnaire, "modelVersion" | "dimensions"> & { mapping: Mapping | null };
/** Every published model of a track by its version. */
export type Models = Readonly<Record<string, Model>>;

/**
 * Answers to one version of a questionnaire as answers to a later one, by every mapping between them. An answer that has
 * to be confirmed leaves its note and evidence where it will be given again. Answers to a version that was never
 * published here have to be confirmed, all of them.
 */
export function convertAnswers(given: Answered, to: string, models: Models): Converted {
  let converted: Converted = { ...given, dropped: [] };
  for (const version of versionsBetween(given.modelVersion, to, models)) {
    const model = models[version];
    if (model) converted = step(converted, model);
  }
  return converted;
}

/** The published version under which answers to `version` can be read: itself, or the next one; null where it is newer than all. */
export function readableVersion(version: string, models: Models): string | null {
  return (
    Object.keys(models)
      .sort(compareVersions)
      .find((published) => compareVersions(published, version) >= 0) ?? null
  );
}

/**
 * The items whose answers mean the same under both versions: that of the later one, with what it was called under the
 * earlier. None where the earlier is not published here, or is the later one.
 */
export function sameItems(from: string, to: string, models: Models): ReadonlyMap<string, string> {
  const first = ownValue(models, from);
  if (!first || compareVersions(from, to) > 0) return new Map();
  let [version, same] = [from, new Map(itemsOf(first).map(({ id }) => [id, id]))];
  for (const next of versionsBetween(from, to, models)) {
    const model = models[next];
    if (!model) continue;
    const goesTo = placesIn(model, version);
    same = new Map(
      [...same].flatMap(([item, original]) => {
        const place = goesTo(item);
        return place?.carries === "same" ? [[place.to, original] as const] : [];
      }),
    );
    version = next;
  }
  return same;
}

function versionsBetween(from: string, to: string, models: Models): string[] {
  const isBetween = (version: string) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0;
  return Object.keys(models).filter(isBetween).sort(compareVersions);
}

/** Where answers to the version before go in this one; nothing is known of any other version, so its answers are to be confirmed. */
function placesIn(model: Model, before: string) {
  const items = new Map(itemsOf(model).map((item) => [item.id, item]));
  return (item: string) => {
    const isKnown = model.mapping?.from === before;
    const found = isKnown && model.mapping ? destinationOf(model.mapping, item) : { to: item, carries: "review" as const };
    const into = found && items.get(found.to);
    return found && into ? { ...found, into } : null;
  };
}

function step({ modelVersion, answers, previous, dropped }: Converted, model: Model): Converted {
  const goesTo = placesIn(model, modelVersion);
  const next: Converted = { modelVersion: model.modelVersion, answers: {}, previous: {}, dropped: [...dropped] };
  for (const [item, earlier] of Object.entries(previous)) {
    const place = goesTo(item);
    if (place) next.previous[place.to] = earlier;
    else next.dropped.push(earlier.item);
  }
  for (const [item, answer] of Object.entries(answers)) {
    const place = goesTo(item);
    if (!place) next.dropped.push(item);
    else if (place.carries === "same" && fits(answer, place.into)) next.answers[place.to] = answer;
    else {
      if (isAnswered(answer)) next.previous[place.to] = { modelVersion, item, answer };
      const remarks = remarksOf(answer);
      if (remarks) next.answers[place.to] = remarks;
    }
  }
  return next;
}

const fits = (answer: Answer, { allowsNotApplicable }: Item): boolean => allowsNotApplicable || !isNotApplicable(answer);

/** What was noted beside an answer, without the answer; null where nothing was. */
function remarksOf({ note, evidence, files, date, by }: Answer): Answer | null {
  if (!note && !evidence && !files) return null;
  return { ...(note && { note }), ...(evidence && { evidence }), ...(files && { files }), ...(date && { date }), ...(by && { by }) };
}
