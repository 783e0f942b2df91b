import { roadmapSettingsSchema, roadmapStepSchema, type RoadmapSettings, type RoadmapStep } from "../app/core/plan/settings";
import type { Database } from "./connection";

/** What is kept of a roadmap: its settings with the time of their last change (null: never set), and the state of initiatives, by id. */
export type StoredRoadmap = { settings: RoadmapSettings | null; updatedAt: string | null; steps: Map<string, RoadmapStep> };

export function roadmapStore(database: Database) {
  return {
    async find(assessmentId: string): Promise<StoredRoadmap> {
      const where = { assessment_id: assessmentId };
      const row = await database<{ assessment_id: string; settings: string; updated_at: string }>("roadmaps")
        .where(where)
        .first("settings", "updated_at");
      const rows = await database<{ assessment_id: string; initiative_id: string; step: string }>("roadmap_steps")
        .where(where)
        .select("initiative_id", "step");
      return {
        settings: row ? roadmapSettingsSchema.parse(JSON.parse(row.settings)) : null,
        updatedAt: row?.updated_at ?? null,
        steps: new Map(rows.map(({ initiative_id, step }) => [initiative_id, roadmapStepSchema.parse(JSON.parse(step))])),
      };
    },

    async saveSettings(assessmentId: string, settings: RoadmapSettings, now: Date): Promise<void> {
      await database("roadmaps")
        .insert({ assessment_id: assessmentId, settings: JSON.stringify(settings), updated_at: now.toISOString() })
        .onConflict("assessment_id")
        .merge();
    },

    async saveStep(assessmentId: string, initiativeId: string, step: RoadmapStep, now: Date): Promise<void> {
      await database("roadmap_steps")
        .insert({ assessment_id: assessmentId, initiative_id: initiativeId, step: JSON.stringify(step), updated_at: now.toISOString() })
        .onConflict(["assessment_id", "initiative_id"])
        .merge();
    },
  };
}
