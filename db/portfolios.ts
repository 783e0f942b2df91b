import { z } from "zod";
import type { Answers } from "../app/core/assessment/answer";
import { organisationSchema, profileSchema, type Organisation } from "../app/core/assessment/assessment";
import { weightsSchema, type Weights } from "../app/core/assessment/whole-assessment";
import { sharingSchema, type Sharing } from "../app/core/mappe/mappe";
import { assessmentSummarySchema, type AssessmentSummary } from "../app/core/mappe/summary";
import { aiUseSchema, type AiUse, type Depth, type Track } from "../app/core/vocabulary";
import { readAnswersOf } from "./answers";
import type { Database } from "./connection";
import { agreedAnswersOf } from "./team";

const json = <Schema extends z.ZodType>(schema: Schema) => z.string().transform((text) => schema.parse(JSON.parse(text)));

const lineSchema = z.object({
  id: z.string(),
  track: profileSchema.shape.track,
  depth: profileSchema.shape.depth,
  model_version: z.string(),
  ai_use: aiUseSchema,
  organisation: json(organisationSchema),
  weights: json(weightsSchema),
  edit_key_hash: z.string(),
  updated_at: z.string(),
  round_begun_on: z.string().nullable(),
  sharing: sharingSchema,
  consented_at: z.string().nullable(),
  link_version: z.number().nullable(),
  summary: z.string().nullable(),
});

/** An assessment of a Mappe. `summary` is null where none is kept that is as new as it and its content. */
export type MappeLine = {
  id: string;
  track: Track;
  depth: Depth;
  aiUse: AiUse;
  modelVersion: string;
  organisation: Organisation;
  weights: Weights;
  editKeyHash: string;
  updatedAt: string;
  begunOn: string | null;
  sharing: Sharing;
  consentedAt: string | null;
  linkVersion: number | null;
  summary: AssessmentSummary | null;
};

/** What a summary takes that no line has. */
export type SummaryFacts = { answers: Answers; closed: number; lastClosedOn: string | null };

/** Rows of one statement: SQLite joins no more than 500. */
const perStatement = 250;

const closedOnSchema = z.object({ closedOn: z.string() });

/** Assessments of a Mappe, many at a time: the number of queries never grows with them while their summaries are kept. */
export function portfolioStore(database: Database) {
  return {
    /** One query. Those that are removed are left out. */
    async lines(mappeId: string, contentVersion: string): Promise<MappeLine[]> {
      const rows: unknown[] = await database("mappe_assessments")
        .join("assessments", "assessments.id", "mappe_assessments.assessment_id")
        .leftJoin("assessment_summaries", (kept) => {
          kept
            .on("assessment_summaries.assessment_id", "assessments.id")
            .andOn("assessment_summaries.assessment_updated_at", "assessments.updated_at")
            .andOnVal("assessment_summaries.content_version", contentVersion);
        })
        .where({ mappe_id: mappeId })
        .whereNull("assessments.removed_at")
        .orderBy("mappe_assessments.added_at")
        .orderBy("assessments.id")
        .select("assessments.*", "sharing", "consented_at", "link_version", "summary");
      return rows.map((row) => {
        const line = lineSchema.parse(row);
        const { id, track, depth, organisation, weights, sharing, summary } = line;
        return {
          ...{ id, track, depth, organisation, weights, sharing, aiUse: line.ai_use, modelVersion: line.model_version },
          ...{ editKeyHash: line.edit_key_hash, updatedAt: line.updated_at, begunOn: line.round_begun_on },
          ...{ consentedAt: line.consented_at, linkVersion: line.link_version },
          summary: summary === null ? null : assessmentSummarySchema.parse(JSON.parse(summary)),
        };
      });
    },

    /** As many queries, however many there are. `answers` are those that count. */
    async facts(ids: string[]): Promise<Map<string, SummaryFacts>> {
      const answers = await agreedAnswersOf(database, await readAnswersOf(database, ids));
      const last = database("rounds")
        .whereIn("assessment_id", ids)
        .groupBy("assessment_id")
        .select("assessment_id")
        .max("number as number")
        .as("last");
      const rounds = await database(last)
        .join("rounds", (both) => void both.on("rounds.assessment_id", "last.assessment_id").andOn("rounds.number", "last.number"))
        .select<{ assessment_id: string; number: number; round: string }[]>("rounds.assessment_id", "rounds.number", "rounds.round");
      const byId = new Map(rounds.map(({ assessment_id, number, round }) => [assessment_id, { number, round }]));
      return new Map(
        ids.map((id) => {
          const closed = byId.get(id);
          const lastClosedOn = closed ? closedOnSchema.parse(JSON.parse(closed.round)).closedOn : null;
          return [id, { answers: answers.get(id) ?? {}, closed: closed?.number ?? 0, lastClosedOn }];
        }),
      );
    },

    /** Keeps summaries in place of older ones. What has been deleted meanwhile has none. */
    async keep(contentVersion: string, summaries: { id: string; updatedAt: string; summary: AssessmentSummary }[]): Promise<void> {
      for (let from = 0; from < summaries.length; from += perStatement) {
        const some = summaries.slice(from, from + perStatement);
        await database.transaction(async (transaction) => {
          const ids = some.map(({ id }) => id);
          const there = new Set(await transaction("assessments").whereIn("id", ids).pluck<string[]>("id"));
          const rows = some
            .filter(({ id }) => there.has(id))
            .map(({ id, updatedAt, summary }) => ({
              ...{ assessment_id: id, assessment_updated_at: updatedAt, content_version: contentVersion },
              summary: JSON.stringify(summary),
            }));
          if (rows.length > 0) await transaction("assessment_summaries").insert(rows).onConflict("assessment_id").merge();
        });
      }
    },
  };
}
