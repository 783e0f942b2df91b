import { createHash } from "node:crypto";
import { toCalendar } from "../documents/calendar";
import { fileRoute } from "../http/file-route";
import { download, roadmapToExport } from "../http/roadmap-export";

export const loader = fileRoute(async (args) => {
  const { assessment, locale, view } = await roadmapToExport(args);
  const { messages } = locale;
  const events = (view.planned?.chosen ?? [])
    .filter(({ step }) => step.status !== "dropped")
    .map(({ id, title, quarter, days, step }) => ({
      // The same event each time it is fetched, without giving the assessment's id away.
      uid: `${createHash("sha256").update(`${assessment.id} ${id}`).digest("hex").slice(0, 24)}@ki-pegel`,
      title,
      note: [messages.roadmap.calendarNote(quarter), messages.roadmap.statuses[step.status], step.owner, step.note]
        .filter(Boolean)
        .join("\n"),
      start: days.start,
      end: step.due && step.due >= days.start ? step.due : days.end,
    }));
  return download(toCalendar(events, args.context.now), "text/calendar", "ki-pegel-roadmap.ics");
});
