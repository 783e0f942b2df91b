import { z } from "zod";
import { depthSchema, dimensionIdSchema, trackSchema } from "../../core/vocabulary";
import { levels } from "../../core/assessment/answer";

const points = (what: string) => z.number().nullable().describe(`${what} 0–100, not rounded; null: no value, which is not zero.`);
const stage = (what: string) => z.literal(levels).nullable().describe(`${what} 0–4; null: no value.`);

/** The report in the interchange format, as `toReportFile` writes it. */
export const reportFileSchema = z
  .strictObject({
    format: z.literal("ki-pegel/report"),
    version: z.literal(1),
    track: trackSchema,
    depth: depthSchema,
    modelVersion: z.string().describe("Version of the questionnaire the report was made with."),
    dimensions: z.array(
      z.strictObject({
        id: dimensionIdSchema,
        score: points("Mean of the answered questions."),
        lower: points("The score if every open question were at level 0."),
        upper: points("The score if every open question were at level 4."),
        coverage: z.number().nullable().describe("Share of the applicable questions that have a level, 0–1, by weight."),
        stage: stage("Stage of the score."),
        reason: z
          .enum(["nothing-applicable", "too-many-not-applicable", "coverage-below-two-thirds"])
          .nullable()
          .describe("Why there is no score."),
      }),
    ),
    overall: z
      .strictObject({
        arithmetic: points("Arithmetic mean of the dimensions."),
        geometric: points("Geometric mean, which a weak dimension pulls down."),
        lower: points("The arithmetic mean if every open question were at level 0."),
        upper: points("The arithmetic mean if every open question were at level 4."),
        stage: stage("Stage of the arithmetic mean."),
        securedStage: stage("Never above the weakest of the essential dimensions."),
        bottleneck: z.array(dimensionIdSchema).describe("The essential dimensions that hold the secured stage back."),
      })
      .describe("Null values: too little is answered for an overall value."),
    benchmark: z
      .array(
        z.strictObject({
          region: z.string(),
          dimension: dimensionIdSchema,
          band: z.tuple([z.number(), z.number()]).readonly().nullable().describe("Lowest and highest value, 0–100; null: no evidence."),
          position: z.enum(["above", "within", "below", "unclear", "no-evidence"]),
        }),
      )
      .describe("Editorial reading of one article per region. Not a ranking."),
    initiatives: z
      .array(
        z.strictObject({
          id: z.string(),
          gain: z.number().describe("Rise of the arithmetic mean, in points of 0–100."),
          dimension: dimensionIdSchema,
          calledForBy: z.array(z.string()).describe("Ids of the questions whose answers call for it."),
        }),
      )
      .describe("Recommended, legal duties first, then by gain per person-day."),
  })
  .describe("A report in the interchange format.");
