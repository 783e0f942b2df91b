import { z } from "zod";
import { freeText } from "../assessment/text";
import { idSchema, type SizeClass } from "../vocabulary";

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

/** A first suggestion, ours, so that nobody starts from an empty form. Euros over a year; person-days a quarter. */
const suggestions: Record<SizeClass, [budgetEuro: number, personDaysPerQuarter: number]> = {
  "inhabitants-under-20000": [20_000, 20],
  "inhabitants-20000-49999": [50_000, 40],
  "inhabitants-50000-99999": [100_000, 60],
  "inhabitants-100000-plus": [250_000, 120],
  "employees-1-9": [5_000, 6],
  "employees-10-49": [15_000, 15],
  "employees-50-249": [50_000, 40],
};
const suggestionWithoutSize = [20_000, 20] as const;

/** What the roadmap starts from where nobody has set anything yet: a year, duties first. */
export function suggestedSettings(sizeClass: SizeClass | null): RoadmapSettings {
  const [budgetEuro, personDaysPerQuarter] = sizeClass ? suggestions[sizeClass] : suggestionWithoutSize;
  return { budgetEuro, personDaysPerQuarter, quarters: 4, pinned: [], excluded: [], forceDuties: true };
}

export const stepStatuses = ["planned", "begun", "done", "dropped"] as const;

/** How far one initiative has come, and who cares for it until when. */
export const roadmapStepSchema = z.strictObject({
  status: z.enum(stepStatuses),
  owner: freeText(200),
  /** ISO date, or empty. */
  due: z.union([z.literal(""), z.iso.date()]),
  note: freeText(2_000),
});
export type RoadmapStep = z.infer<typeof roadmapStepSchema>;

/** Of an initiative nobody has noted anything about yet. */
export const noStep: RoadmapStep = { status: "planned", owner: "", due: "", note: "" };

/** Whether anybody has noted anything about it. */
export function isNoted({ status, owner, due, note }: RoadmapStep): boolean {
  return status !== noStep.status || [owner, due, note].some((text) => text !== "");
}
