import { z } from "zod";
import { entryOf } from "../../core/entry-of";
import { fundingSchema } from "../../core/funding/funding";
import { initiativeKinds, initiativeSchema as authoredSchema, type Initiative } from "../../core/initiatives/initiative";
import { toInitiativesFile } from "../../core/questionnaire/model-files";
import { aiUseSchema, dimensionIdSchema, languages, levelSchema, sizeClassSchema, trackSchema } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { placeText } from "../../views/initiatives";
import { publicOperation } from "./operation";
import { ApiProblem } from "./problem";
import { sourceView, sourceViewSchema } from "./sources";

const range = (what: string) => z.tuple([z.number(), z.number()]).describe(`${what}: smallest and largest likely value.`);
const amounts = (what: string) => z.partialRecord(sizeClassSchema, z.strictObject({ once: range(what), yearly: range(what) }));

const initiativeLineSchema = z.strictObject({
  id: z.string(),
  tracks: z.array(trackSchema),
  kind: z.enum(initiativeKinds).describe("protect: averts harm or answers a duty; enable: creates a condition; use: an application."),
  lifts: z
    .array(z.strictObject({ item: z.string(), level: levelSchema, step: z.int() }))
    .describe("Questions it lifts, to which level, and which of its first steps (from 1) does so."),
  requires: z.strictObject({
    items: z
      .array(z.strictObject({ item: z.string(), level: levelSchema, unless: z.array(aiUseSchema).optional() }))
      .describe("Levels that must be reached first; not by those who use AI as `unless` says."),
    initiatives: z.array(z.string()).describe("Ids of those that come first."),
    stages: z.array(z.strictObject({ dimension: dimensionIdSchema, stage: levelSchema })).describe("Stages to be reached first."),
  }),
  costEuro: amounts("Euros").describe("Euros, once and every year, without the organisation's own working time."),
  effortPersonDays: amounts("Person-days").describe("Person-days of the organisation's own staff."),
  durationMonths: range("Months"),
  duties: z.array(z.string()).describe("Ids of duties that it answers where they apply."),
  dimension: dimensionIdSchema.describe("The dimension it is listed under."),
  title: z.string(),
  summary: z.string(),
});

export const initiativeListSchema = z
  .strictObject({
    format: z.literal("ki-pegel/initiatives"),
    version: z.literal(2),
    language: z.enum(languages).describe("Of the texts."),
    initiatives: z.array(initiativeLineSchema),
  })
  .describe("The catalogue of initiatives. Cost and effort are estimates of our own.");

export const initiativeSchema = initiativeLineSchema
  .extend({
    language: z.enum(languages).describe("Of the texts."),
    estimateBasis: z.string().describe("What cost and effort rest on."),
    owner: z.string().describe("Who should be in charge."),
    firstSteps: z.array(z.string()),
    success: z.string().describe("How success shows."),
    risks: z.array(z.string()),
    law: z
      .array(z.strictObject({ id: z.string(), act: z.string(), provision: z.string(), title: z.string(), asOf: z.string() }))
      .describe("Information, not legal advice."),
    funding: z.array(z.strictObject({ id: z.string(), name: z.string(), status: fundingSchema.shape.status, asOf: z.string() })),
    references: z
      .array(
        z.strictObject({
          place: z.string(),
          state: authoredSchema.shape.references.element.shape.state,
          since: z.string().nullable(),
          what: z.string(),
          source: sourceViewSchema,
        }),
      )
      .describe("Where it has been done."),
    sources: z.array(sourceViewSchema).describe("What the description rests on beyond the references."),
  })
  .describe("An initiative with all that is known of it.");

const cachedFor = 60 * 60;

const wordsOf = ({ dimension, title, summary }: Initiative, { translate }: Locale) => ({
  dimension,
  title: translate(title),
  summary: translate(summary),
});

export const initiativeOperations = [
  publicOperation(
    {
      id: "listInitiatives",
      subject: "models",
      method: "get",
      path: "/initiatives",
      success: { status: 200, json: initiativeListSchema, cachedFor },
    },
    (_input, { content, locale }) => {
      const { initiatives, ...head } = toInitiativesFile(content.initiatives);
      return {
        json: {
          ...head,
          language: locale.language,
          initiatives: initiatives.map((model) => ({ ...model, ...wordsOf(entryOf(content.initiatives, model.id), locale) })),
        },
      };
    },
  ),

  publicOperation(
    {
      id: "readInitiative",
      subject: "models",
      method: "get",
      path: "/initiatives/{id}",
      pathParameters: { id: z.string() },
      success: { status: 200, json: initiativeSchema, cachedFor },
    },
    ({ path }, { content, locale }) => {
      const initiative = content.initiatives.find(({ id }) => id === path.id);
      const [model] = initiative ? toInitiativesFile([initiative]).initiatives : [];
      if (!initiative || !model) throw new ApiProblem("not-found");
      const { translate, language } = locale;
      return {
        json: {
          ...model,
          ...wordsOf(initiative, locale),
          language,
          estimateBasis: translate(initiative.estimateBasis),
          owner: translate(initiative.owner),
          firstSteps: initiative.firstSteps[language],
          success: translate(initiative.success),
          risks: initiative.risks[language],
          law: initiative.law.map((id) => {
            const { act, provision, title, asOf } = entryOf(content.law, id);
            return { id, act: translate(act), provision: translate(provision), title: translate(title), asOf };
          }),
          funding: initiative.funding.map((id) => {
            const { name, status, asOf } = entryOf(content.funding, id);
            return { id, name: translate(name), status, asOf };
          }),
          references: initiative.references.map((reference) => ({
            place: placeText(reference, locale),
            state: reference.state,
            since: reference.since,
            what: translate(reference.what),
            source: sourceView(reference.source, content),
          })),
          sources: initiative.sources.map((source) => sourceView(source, content)),
        },
      };
    },
  ),
];
