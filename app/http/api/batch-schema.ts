import { z } from "zod";
import { batchFaultSchema, batchItemStateSchema, mostInBatch } from "../../core/mappe/batch";
import { languageSchema } from "../../core/vocabulary";
import { documentKindSchema, inclusions } from "../../documents/document-options";
import { paperSchema } from "../../documents/papers/paper";
import { tableIds } from "../../documents/sheets/tables/table";

const instant = (what: string) => z.iso.datetime().describe(`${what}, UTC.`);

export const newBatchSchema = z
  .strictObject({
    kind: documentKindSchema,
    paper: paperSchema
      .optional()
      .describe("Of a PDF, Word or OpenDocument text file: which paper; the usual one of each track unless told."),
    language: languageSchema.default("de"),
    table: z.enum(tableIds).optional().describe("Of a CSV file: which table; scores unless told."),
    without: z.array(z.enum(inclusions)).default([]).describe("What the documents leave out."),
    workbook: z.boolean().default(false).describe("Whether a workbook over all comes with them."),
    assessments: z
      .array(z.string())
      .min(1)
      .max(mostInBatch)
      .optional()
      .describe(
        `Ids of those wanted; all that are shared with the Mappe unless told. Where these are more than ${mostInBatch}, name a part.`,
      ),
    begun: z.boolean().default(true).describe("Whether those are left out who have not answered anything."),
  })
  .describe("Which documents are to be made of whom.");

const head = {
  id: z.string(),
  ...{ kind: documentKindSchema, paper: paperSchema.nullable(), language: languageSchema },
  createdAt: instant("When it was asked for"),
  finishedAt: instant("When the last document was made").nullable().describe("UTC; null while it is under way."),
  keptUntil: instant("Until when its documents can be fetched").nullable().describe("UTC; null while it is under way."),
  all: z.int().describe("How many organisations it is about."),
  made: z.int().describe("How many documents there are."),
  failed: z.int().describe("Of how many organisations there will be none."),
  workbook: z.int().nullable().describe("How many organisations the workbook over all is about; null: there is none, or none yet."),
};
export const batchSchema = z
  .strictObject({
    ...head,
    documents: z
      .array(
        z.strictObject({
          assessment: z.string(),
          name: z.string().nullable().describe("Of the organisation, where it is given and the Mappe still sees it."),
          state: batchItemStateSchema,
          file: z.string().nullable().describe("What it is called in the archive."),
          fault: batchFaultSchema
            .nullable()
            .describe("Why there is none: gone, the Mappe does not see it any more; limit, too large; broken."),
        }),
      )
      .describe("One for each organisation, by its name."),
  })
  .describe("Documents of many organisations, which are made one after the other.");
export const batchListSchema = z
  .strictObject({ batches: z.array(z.strictObject(head)) })
  .describe("The batches of a Mappe that are kept, the latest first.");
