import type { Coding, Region } from "./benchmark/region";
import type { Statistic } from "./benchmark/statistic";
import type { Duty } from "./duties/duty";
import type { Law } from "./duties/law";
import { ownValue } from "./entry-of";
import type { Contact, Funding } from "./funding/funding";
import type { Initiative } from "./initiatives/initiative";
import type { Mapping } from "./questionnaire/mapping";
import type { ItemSources, Questionnaire, QuestionnaireText } from "./questionnaire/questionnaire";
import type { Finding } from "./sources/finding";
import type { NotFound } from "./sources/not-found";
import type { Source, SourceRef } from "./sources/source";
import type { Language, Track } from "./vocabulary";

/** A questionnaire with its words and what each question rests on. */
export type QuestionnaireContent = Questionnaire & {
  text: Record<Language, QuestionnaireText>;
  sources: ItemSources;
  /** How answers to the version before carry over; null: there is none before. */
  mapping: Mapping | null;
};

/** All authored content. Read once at start, checked, and then passed to whoever needs it. */
export type Content = {
  /** Changes with any word or number of the content. */
  version: string;
  /** The questionnaires that are asked today. */
  questionnaires: Record<Track, QuestionnaireContent>;
  /** Every published model of a track by its version, today's among them. */
  models: Record<Track, Record<string, QuestionnaireContent>>;
  initiatives: Initiative[];
  funding: Funding[];
  contacts: Contact[];
  law: Law[];
  duties: Duty[];
  findings: Finding[];
  sources: Source[];
  notFound: NotFound[];
  regions: Region[];
  /** Two passes of coding over the regions' articles, before the rules were sharpened. */
  coding: Coding;
  statistics: Statistic[];
};

/**
 * The model that an assessment was answered under.
 * @throws Error where it was never published: whoever keeps an assessment has checked that it was.
 */
export function modelOf(
  { models }: Pick<Content, "models">,
  { track, modelVersion }: { track: Track; modelVersion: string },
): QuestionnaireContent {
  const model = ownValue(models[track], modelVersion);
  if (!model) throw new Error(`There is no model ${modelVersion} of the questionnaire for ${track}.`);
  return model;
}

/** Where a record was read, for the messages; the key is `<kind>/<id>`. */
export type ContentFiles = Map<string, string>;

/** Every source that any content refers to, in the order of the files, with repetitions. */
export function allSourceRefs({ initiatives, law, funding, contacts, statistics }: Content): SourceRef[] {
  return [
    ...contacts.flatMap(({ sources }) => sources),
    ...law.flatMap(({ sources }) => sources),
    ...funding.flatMap(({ sources }) => sources),
    ...statistics.map(({ source }) => source),
    ...initiatives.flatMap(({ references, sources }) => [...references.map(({ source }) => source), ...sources]),
  ];
}
