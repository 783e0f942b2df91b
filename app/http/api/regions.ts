import { z } from "zod";
import { bandOf, overallBand } from "../../core/benchmark/benchmark";
import { directionSchema, strengthSchema, type Region } from "../../core/benchmark/region";
import { entryOf } from "../../core/entry-of";
import { subjectSchema } from "../../core/sources/finding";
import { dimensionIdSchema, landSchema } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { publicOperation } from "./operation";
import { ApiProblem } from "./problem";
import { sourceView, sourceViewSchema } from "./sources";

const band = (what: string) => z.tuple([z.number(), z.number()]).readonly().describe(`${what}: lowest and highest value, 0–100.`);

const regionLineSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  laender: z.array(landSchema).describe("More than one where the region crosses a border."),
  overall: z
    .strictObject({ municipality: band("Mean of the bands").nullable(), sme: band("Mean of the bands").nullable() })
    .describe("By whom the evidence speaks of; null: like-for-like evidence on fewer than 65 % of the dimensions."),
});

const label = z.string().describe("To be shown wherever a comparison is shown.");

export const regionListSchema = z.strictObject({ label, regions: z.array(regionLineSchema) }).describe("The benchmark regions.");

export const regionSchema = regionLineSchema
  .extend({
    label,
    about: z.string(),
    warnings: z.array(z.string()).describe("What to bear in mind."),
    source: sourceViewSchema.describe("The one article that was read."),
    dimensions: z
      .array(
        z.strictObject({
          id: dimensionIdSchema,
          band: band("Reading of the article"),
          direction: directionSchema,
          strength: strengthSchema.describe("a: reported fact or decision; b: planned or forecast; c: intention or general statement."),
          speaksOf: subjectSchema.describe("Only respondents of this kind are compared with it."),
          note: z.string().nullable(),
          ended: z.string().nullable().describe("When what it rests on ended, where that is known."),
          findings: z
            .array(z.strictObject({ id: z.string(), claim: z.string(), counts: z.enum(["progress", "obstacle", "context"]) }))
            .describe("What the article says, in our words."),
        }),
      )
      .describe("Those that the article speaks of; of the others it says nothing."),
  })
  .describe("A benchmark region and its evidence.");

const cachedFor = 60 * 60;

const lineOf = (region: Region, { translate }: Locale) => ({
  id: region.id,
  name: translate(region.name),
  laender: region.laender,
  overall: { municipality: overallBand(region, "municipality"), sme: overallBand(region, "sme") },
});

export const regionOperations = [
  publicOperation(
    { id: "listRegions", subject: "models", method: "get", path: "/regions", success: { status: 200, json: regionListSchema, cachedFor } },
    (_input, { content, locale }) => ({
      json: { label: locale.messages.regions.label, regions: content.regions.map((region) => lineOf(region, locale)) },
    }),
  ),

  publicOperation(
    {
      id: "readRegion",
      subject: "models",
      method: "get",
      path: "/regions/{id}",
      pathParameters: { id: z.string() },
      success: { status: 200, json: regionSchema, cachedFor },
    },
    ({ path }, { content, locale }) => {
      const region = content.regions.find(({ id }) => id === path.id);
      if (!region) throw new ApiProblem("not-found");
      const { translate } = locale;
      return {
        json: {
          ...lineOf(region, locale),
          label: locale.messages.regions.label,
          about: translate(region.about),
          warnings: region.warnings.map(translate),
          source: sourceView(region.source, content),
          dimensions: region.cells.map((cell) => ({
            id: cell.dimension,
            band: bandOf(cell),
            direction: cell.direction,
            strength: cell.strength,
            speaksOf: cell.speaksOf,
            note: cell.note ? translate(cell.note) : null,
            ended: cell.ended ?? null,
            findings: (
              [
                ["progress", cell.progress],
                ["obstacle", cell.obstacles],
                ["context", cell.context],
              ] as const
            ).flatMap(([counts, ids]) => ids.map((id) => ({ id, claim: translate(entryOf(content.findings, id).claim), counts }))),
          })),
        },
      };
    },
  ),
];
