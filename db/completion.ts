import { z } from "zod";
import { profileSchema } from "../app/core/assessment/assessment";
import type { SummaryInput } from "../app/core/mappe/summary";
import { aiUseSchema } from "../app/core/vocabulary";
import type { Watch } from "./change-assessment";
import type { Database } from "./connection";
import { readAgreedAnswers } from "./team";
import { enqueueForMappen, isListenedTo } from "./webhooks";

/** Whether nothing more is asked of an assessment. */
export type IsAllDone = (assessment: Omit<SummaryInput, "weights">) => boolean;

const event = "assessment.completed";
const rowSchema = z.object({
  ...{ track: profileSchema.shape.track, depth: profileSchema.shape.depth, ai_use: aiUseSchema, model_version: z.string() },
  round_begun_on: z.string().nullable(),
});

/** Tells webhooks of an assessment of which nothing more is asked from this change on. Where nobody listens it is not looked at. */
export function completionWatch(isAllDone: IsAllDone): Watch {
  return async (transaction, id) => {
    if (!(await isListenedTo(transaction, event, id))) return null;
    const isDoneNow = async () => isAllDone(await factsOf(transaction, id));
    if (await isDoneNow()) return null;
    return async (now) => {
      if (await isDoneNow()) await enqueueForMappen(transaction, event, { assessmentId: id }, now);
    };
  };
}

async function factsOf(transaction: Database, id: string): Promise<Parameters<IsAllDone>[0]> {
  const row = rowSchema.parse(await transaction("assessments").where({ id }).first());
  const last = await transaction("rounds").where({ assessment_id: id }).max<{ closed: number | null }[]>({ closed: "number" }).first();
  return {
    ...{ track: row.track, depth: row.depth, aiUse: row.ai_use, modelVersion: row.model_version, organisation: {} },
    answers: await readAgreedAnswers(transaction, id),
    rounds: { closed: last?.closed ?? 0, lastClosedOn: null, begunOn: row.round_begun_on },
  };
}
