import type { LoaderFunctionArgs } from "@remix-run/node";
import { noStep } from "../core/roadmap/settings";
import { roadmapView } from "../documents/roadmap-view";
import { readable, speechOf } from "./request";
import { daysOf, roadmapOf } from "./roadmap-of";

/** The planned initiatives with the state people have noted, for the files that are made of them. */
export async function plannedSteps(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const speech = speechOf(args.request);
  const { settings, steps, plan, firstDay } = await roadmapOf(assessment, args.context);
  const view = roadmapView(plan, settings, assessment.track, args.context.content, speech, (start, quarters) =>
    daysOf(firstDay, start, quarters),
  );
  const chosen = (view.planned?.chosen ?? []).map((one) => ({ ...one, step: steps.get(one.id) ?? noStep }));
  return { assessment, speech, chosen };
}

export function download(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
