import { roadmapSettingsSchema, roadmapStepSchema, type RoadmapSettings, type RoadmapStep } from "../../core/plan/settings";
import { textOf } from "../text-of";

export type RoadmapField = "budget" | "capacity" | "quarters";
/** What the form of the limits holds, as typed. */
export type RoadmapFields = Record<RoadmapField, string> & { forceDuties: boolean; pinned: string[]; excluded: string[] };

export const choiceField = (initiative: string) => `choice-${initiative}`;

export function readRoadmapFields(form: FormData, initiatives: string[]): RoadmapFields {
  const chosen = (choice: string) => initiatives.filter((id) => textOf(form, choiceField(id)) === choice);
  return {
    budget: textOf(form, "budget"),
    capacity: textOf(form, "capacity"),
    quarters: textOf(form, "quarters"),
    forceDuties: form.get("forceDuties") === "on",
    pinned: chosen("pinned"),
    excluded: chosen("excluded"),
  };
}

/** @returns the settings, or the fields that are wrong. */
export function toRoadmapSettings(fields: RoadmapFields): { settings: RoadmapSettings } | { wrong: RoadmapField[] } {
  const { pinned, excluded, forceDuties } = fields;
  const result = roadmapSettingsSchema.safeParse({
    budgetEuro: numberOf(fields.budget),
    personDaysPerQuarter: numberOf(fields.capacity),
    quarters: numberOf(fields.quarters),
    pinned,
    excluded,
    forceDuties,
  });
  if (result.success) return { settings: result.data };
  const names: Record<string, RoadmapField> = { budgetEuro: "budget", personDaysPerQuarter: "capacity", quarters: "quarters" };
  return { wrong: result.error.issues.flatMap((issue) => names[String(issue.path[0])] ?? []) };
}

export function toRoadmapFields({ budgetEuro, personDaysPerQuarter, quarters, ...rest }: RoadmapSettings): RoadmapFields {
  return { budget: String(budgetEuro), capacity: String(personDaysPerQuarter), quarters: String(quarters), ...rest };
}

/** A whole number, with the separators that people put between thousands; cents are refused rather than read as thousands. */
function numberOf(text: string): number {
  const said = text.replace(/[€\s]/g, (sign) => (sign === "€" ? "" : " ")).trim();
  return /^(\d+|\d{1,3}([ .,'’]\d{3})+)$/.test(said) ? Number(said.replace(/\D/g, "")) : NaN;
}

/** What the form says of one initiative, or that it is wrong. */
export function readStep(form: FormData, initiative: string): RoadmapStep | null {
  const text = (name: keyof RoadmapStep) => textOf(form, `${initiative}.${name}`);
  return roadmapStepSchema.safeParse({ status: text("status"), owner: text("owner"), due: text("due"), note: text("note") }).data ?? null;
}
