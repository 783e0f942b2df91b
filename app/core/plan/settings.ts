import { z } from "zod";
import { freeText } from "../assessment/text";
import { idSchema } from "../vocabulary";

/** What a user sets for the plan. Euros, once, over the whole horizon; person-days each quarter. */
export const planLimitsSchema = z.strictObject({
  budgetEuro: z.number().min(0).max(100_000_000),
  personDaysPerQuarter: z.number().min(0).max(100_000),
  /** Horizon: at most four years. */
  quarters: z.int().min(1).max(16),
  pinned: z.array(idSchema).max(200),
  excluded: z.array(idSchema).max(200),
  forceDuties: z.boolean(),
  cautious: z
    .boolean()
    .optional()
    .describe("Whether it is planned with the upper quarter points of the estimated costs and efforts; otherwise with their middles."),
});
export type PlanLimits = z.infer<typeof planLimitsSchema>;

export const stepStatuses = ["planned", "begun", "done", "dropped"] as const;

/** Longest texts, in characters. */
export const stepLimits = { owner: 200, note: 2_000 } as const;

/** How far one initiative has come, and who cares for it until when. */
export const planStepSchema = z.strictObject({
  status: z.enum(stepStatuses),
  owner: freeText(stepLimits.owner),
  /** ISO date, or empty. */
  due: z.union([z.literal(""), z.iso.date()]),
  note: freeText(stepLimits.note),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/** Of an initiative nobody has noted anything about yet. */
export const noStep: PlanStep = { status: "planned", owner: "", due: "", note: "" };

/** Whether anybody has noted anything about it. */
export function isNoted({ status, owner, due, note }: PlanStep): boolean {
  return status !== noStep.status || [owner, due, note].some((text) => text !== "");
}
