import { z } from "zod";
import { openDataRows } from "../../core/ring/open-data";
import { dimensionIdSchema, trackSchema } from "../../core/vocabulary";
import { publicOperation } from "./operation";

const value = (what: string) => z.int().describe(`${what}, 0–100, rounded to fives.`);

export const openDataSchema = z
  .strictObject({
    catalogue: z.string().describe("Address of the catalogue for data portals, DCAT-AP.de 3.0 as JSON-LD."),
    datasets: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        publisher: z.string(),
        contact: z.string().describe("E-mail address for questions."),
        licence: z.string().describe("Its address in the list of DCAT-AP.de."),
        publishedOn: z.iso.date(),
        track: trackSchema,
        modelVersion: z.string(),
        csv: z.string().describe("Address of the same figures as a CSV file."),
        figures: z
          .array(
            z.strictObject({
              topic: dimensionIdSchema.nullable().describe("null: the whole."),
              n: z.int().describe("How many values, at least six."),
              median: value("Median"),
              lower: value("Lower quartile").nullable().describe("From eight values on, at least 10 below the median."),
              upper: value("Upper quartile").nullable().describe("From eight values on, at least 10 above the median."),
            }),
          )
          .describe("Topics of which there are enough values."),
      }),
    ),
  })
  .describe("Figures of comparison rings to whose publication every member agrees.");

export const openDataOperations = [
  publicOperation(
    { id: "listOpenData", subject: "mappen", method: "get", path: "/open-data", success: { status: 200, json: openDataSchema } },
    async (_input, { openData, origin }) => ({
      json: {
        catalogue: `${origin}/open-data/catalogue.jsonld`,
        datasets: (await openData.list()).map(({ id, offer, setting, figures, publishedOn }) => ({
          ...{ id, title: offer.title, publisher: offer.publisher, contact: offer.contact, publishedOn },
          licence: `http://dcat-ap.de/def/licenses/${offer.licence}`,
          ...{ track: setting.track, modelVersion: setting.modelVersion, csv: `${origin}/open-data/${id}/figures.csv` },
          figures: openDataRows(figures).map(({ topic, figure }) => ({ topic, ...figure })),
        })),
      },
    }),
  ),
];
