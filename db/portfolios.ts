import { z } from "zod";
import type { Answers } from "../app/core/assessment/answer";
import { organisationSchema, profileSchema, type Organisation } from "../app/core/assessment/assessment";
import { weightsSchema, type Weights } from "../app/core/assessment/whole-assessment";
import { factsSchema, type Facts } from "../app/core/duties/facts";
import { sharingSchema, type Sharing } from "../app/core/mappe/mappe";
import { assessmentSummarySchema, type AssessmentSummary } from "../app/core/mappe/summary";
import { aiUseSchema, type AiUse, type Depth, type Track } from "../app/core/vocabulary";
import { readAnswersOf } from "./answers";
import type { Database } from "./connection";
import { jsonColumn, parsed } from "./json-column";
import { agreedAnswersOf } from "./team";

/** Of a line what may change while the assessment stays as it is. */
const headSchema = z.object({
  id: z.string(),
  updated_at: z.string(),
  edit_key_hash: z.string(),
  sharing: sharingSchema,
  consented_at: z.string().nullable(),
  link_version: z.number().nullable(),
  client_key: z.string().nullable(),
});
const bodySchema = z.object({
  id: z.string(),
  track: profileSchema.shape.track,
  depth: profileSchema.shape.depth,
  model_version: z.string(),
  ai_use: aiUseSchema,
  organisation: jsonColumn(organisationSchema),
  weights: jsonColumn(weightsSchema),
  facts: jsonColumn(factsSchema),
  updated_at: z.string(),
  round_begun_on: z.string().nullable(),
  summary: jsonColumn(assessmentSummarySchema).nullable(),
});
const bodyColumns = [
  "id",
  "track",
  "depth",
  "model_version",
  "ai_use",
  "organisation",
  "weights",
  "facts",
  "updated_at",
  "round_begun_on",
] as const;

/** Of a line what stays the same as long as nobody changes the assessment. */
type Body = {
  id: string;
  track: Track;
  depth: Depth;
  aiUse: AiUse;
  modelVersion: string;
  organisation: Organisation;
  weights: Weights;
  facts: Facts;
  updatedAt: string;
  begunOn: string | null;
  summary: AssessmentSummary | null;
};

/** An assessment of a Mappe. `summary` is null where none is kept that is as new as it and its content; else the same object as before. */
export type MappeLine = Body & {
  editKeyHash: string;
  sharing: Sharing;
  consentedAt: string | null;
  linkVersion: number | null;
  clientKey: string | null;
};

/** So many assessments are remembered as they were read last: three Mappen that are as large as may be, about 25 MB. */
const mostRemembered = 6_000;

/** What a summary takes that no line has. */
export type SummaryFacts = { answers: Answers; closed: number; lastClosedOn: string | null };

/** Rows of one statement: SQLite joins no more than 500. */
const perStatement = 250;

const closedOnSchema = z.object({ closedOn: z.string() });

/** Assessments of a Mappe, many at a time: the number of queries never grows with them while their summaries are kept. */
export function portfolioStore(database: Database) {
  /** By the version of the content and the id, the one that was asked for last at the end (docs/decisions/0081). */
  const remembered = new Map<string, Body>();

  function remember(key: string, body: Body): void {
    remembered.delete(key);
    remembered.set(key, body);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= mostRemembered) break;
      remembered.delete(oldest);
    }
  }

  /** Those of these assessments that are not remembered as they are now. */
  async function read(ids: string[], contentVersion: string): Promise<Map<string, Body>> {
    const bodies = new Map<string, Body>();
    if (ids.length === 0) return bodies;
    const rows: unknown[] = await database("assessments")
      .leftJoin("assessment_summaries", (kept) => {
        kept
          .on("assessment_summaries.assessment_id", "assessments.id")
          .andOn("assessment_summaries.assessment_updated_at", "assessments.updated_at")
          .andOnVal("assessment_summaries.content_version", contentVersion);
      })
      .whereIn("assessments.id", ids)
      .select(...bodyColumns.map((column) => `assessments.${column}`), "summary");
    for (const row of rows) {
      const { ai_use, model_version, updated_at, round_begun_on, ...same } = bodySchema.parse(row);
      bodies.set(same.id, { ...same, aiUse: ai_use, modelVersion: model_version, updatedAt: updated_at, begunOn: round_begun_on });
    }
    return bodies;
  }

  return {
    /** Two queries at most. Those that are removed are left out. */
    async lines(mappeId: string, contentVersion: string): Promise<MappeLine[]> {
      const rows: unknown[] = await database("mappe_assessments")
        .join("assessments", "assessments.id", "mappe_assessments.assessment_id")
        .where({ mappe_id: mappeId })
        .whereNull("assessments.removed_at")
        .orderBy("mappe_assessments.added_at")
        .orderBy("assessments.id")
        .select("assessments.id", "assessments.updated_at", "edit_key_hash", "sharing", "consented_at", "link_version", "client_key");
      const heads = rows.map((row) => headSchema.parse(row));
      const keyOf = (id: string) => `${contentVersion} ${id}`;
      const known = new Map<string, Body>();
      for (const { id, updated_at } of heads) {
        const body = remembered.get(keyOf(id));
        if (body?.updatedAt === updated_at) known.set(id, body);
      }
      const fresh = await read(
        heads.flatMap(({ id }) => (known.has(id) ? [] : [id])),
        contentVersion,
      );
      return heads.flatMap(({ id, edit_key_hash, sharing, consented_at, link_version, client_key }) => {
        const body = known.get(id) ?? fresh.get(id);
        // Deleted between the two looks.
        if (!body) return [];
        // A summary is kept only once nothing can change within the same millisecond; until then the time of change says too little.
        if (body.summary !== null) remember(keyOf(id), body);
        const head = { editKeyHash: edit_key_hash, sharing, consentedAt: consented_at, linkVersion: link_version, clientKey: client_key };
        return [{ ...body, ...head }];
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
          const lastClosedOn = closed ? parsed(closedOnSchema, closed.round).closedOn : null;
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
