import type { AppLoadContext } from "@remix-run/node";
import { nextQuarter } from "../core/plan/days";
import { roadmapInput } from "../core/plan/problem";
import { suggestedSettings } from "../core/plan/settings";
import type { RoadmapData } from "../views/report-data";
import type { Readable } from "./access";

/** The roadmap for the saved settings of an assessment, or for suggested ones. */
export async function roadmapOf(
  assessment: Readable,
  { content, planning, now }: Pick<AppLoadContext, "content" | "planning" | "now">,
): Promise<RoadmapData> {
  const { settings: saved, updatedAt, steps } = await assessment.roadmap();
  const settings = saved ?? suggestedSettings(assessment.organisation.sizeClass ?? null);
  const plan = await planning.plan(roadmapInput(assessment, settings, content));
  return { saved: saved !== null, settings, steps, plan, firstDay: nextQuarter(updatedAt ? new Date(updatedAt) : now) };
}
