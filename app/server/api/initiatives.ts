import { z } from "zod";
import { fundingSchema } from "../../core/initiatives/funding";
import type { Initiative } from "../../core/initiatives/initiative";
import { toInitiativesFile } from "../../core/report/model-files";
import { dimensionIdSchema, languages, sizeClassSchema, trackSchema } from "../../core/vocabulary";
import type { Speech } from "../../i18n";
import { publicOperation } from "./operation";
import { Problem } from "./problem";
import { find, sourceView, sourceViewSchema } from "./sources";

const range = (what: string) => z.tuple([z.number(), z.number()]).describe(`${what}: smallest and largest likely value.`);

const initiativeLineSchema = z.strictObject({
  id: z.string(),
  tracks: z.array(trackSchema),
  lifts: z.array(z.strictObject({ item: z.string(), level: z.int() })).describe("Questions it lifts, and to which level."),
  requires: z.strictObject({
    initiatives: z.array(z.string()).describe("Ids of those that come first."),
    stages: z.array(z.strictObject({ dimension: dimensionIdSchema, stage: z.int() })).describe("Stages to be reached first."),
  }),
  costEuro: z.partialRecord(sizeClassSchema, range("Euros")).describe("Euros, once, without the organisation's own working time."),
  effortPersonDays: z.partialRecord(sizeClassSchema, range("Person-days")).describe("Person-days of the organisation's own staff."),
  durationMonths: range("Months"),
  legalDuty: z.boolean().describe("Whether the law demands it."),
  dimension: dimensionIdSchema.describe("The dimension it is listed under."),
  title: z.string(),
  summary: z.string(),
});

export const initiativeListSchema = z
  .strictObject({
    format: z.literal("ki-pegel/initiatives"),
    version: z.literal(1),
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
      .array(z.strictObject({ place: z.string(), what: z.string(), date: z.string().nullable(), source: sourceViewSchema }))
      .describe("Where it has been done."),
    sources: z.array(sourceViewSchema).describe("What the description rests on beyond the references."),
  })
  .describe("An initiative with all that is known of it.");

const cachedFor = 60 * 60;

const wordsOf = ({ dimension, title, summary }: Initiative, { say }: Speech) => ({
  dimension,
  title: say(title),
  summary: say(summary),
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
    (_input, { content, speech }) => {
      const { initiatives, ...head } = toInitiativesFile(content.initiatives);
      return {
        json: {
          ...head,
          language: speech.language,
          initiatives: initiatives.map((model) => ({ ...model, ...wordsOf(find(content.initiatives, model.id), speech) })),
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
    ({ path }, { content, speech }) => {
      const initiative = content.initiatives.find(({ id }) => id === path.id);
      const [model] = initiative ? toInitiativesFile([initiative]).initiatives : [];
      if (!initiative || !model) throw new Problem("not-found");
      const { say, language } = speech;
      return {
        json: {
          ...model,
          ...wordsOf(initiative, speech),
          language,
          estimateBasis: say(initiative.estimateBasis),
          owner: say(initiative.owner),
          firstSteps: initiative.firstSteps[language],
          success: say(initiative.success),
          risks: initiative.risks[language],
          law: initiative.law.map((id) => {
            const { act, provision, title, asOf } = find(content.law, id);
            return { id, act: say(act), provision, title: say(title), asOf };
          }),
          funding: initiative.funding.map((id) => {
            const { name, status, asOf } = find(content.funding, id);
            return { id, name: say(name), status, asOf };
          }),
          references: initiative.references.map(({ place, what, date, source }) => ({
            place,
            what: say(what),
            date,
            source: sourceView(source, content),
          })),
          sources: initiative.sources.map((source) => sourceView(source, content)),
        },
      };
    },
  ),
];
