import { z } from "zod";
import { cleanText } from "../answers/text";
import { idSchema } from "../vocabulary";

/** What a user sets for the roadmap. Euros over the whole horizon; person-days each quarter. */
export const roadmapSettingsSchema = z.strictObject({
  budgetEuro: z.number().min(0).max(100_000_000),
  personDaysPerQuarter: z.number().min(0).max(100_000),
  /** Horizon: at most four years. */
  quarters: z.int().min(1).max(16),
  pinned: z.array(idSchema).max(200),
  excluded: z.array(idSchema).max(200),
  forceDuties: z.boolean(),
});
export type RoadmapSettings = z.infer<typeof roadmapSettingsSchema>;

export const stepStatuses = ["planned", "begun", "done", "dropped"] as const;

/** How far one initiative has come, and who cares for it until when. */
export const roadmapStepSchema = z.strictObject({
  status: z.enum(stepStatuses),
  owner: z.string().max(200).transform(cleanText),
  /** ISO date, or empty. */
  due: z.union([z.literal(""), z.iso.date()]),
  note: z.string().max(2_000).transform(cleanText),
});
export type RoadmapStep = z.infer<typeof roadmapStepSchema>;

/** Of an initiative nobody has noted anything about yet. */
export const noStep: RoadmapStep = { status: "planned", owner: "", due: "", note: "" };
