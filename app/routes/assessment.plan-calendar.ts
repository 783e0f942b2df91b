import { createHash } from "node:crypto";
import { toCalendar } from "../documents/calendar";
import { fileRoute } from "../http/file-route";
import { download, planToExport } from "../http/assessment/plan-export";

export const loader = fileRoute(async (args) => {
  const { assessment, locale, plan } = await planToExport(args);
  const { messages } = locale;
  const events = (plan.planned?.steps ?? [])
    .filter(({ step }) => step.status !== "dropped")
    .map(({ id, title, quarter, days, step, responsible, firstHalfHour }) => ({
      // The same event each time it is fetched, without giving the assessment's id away.
      uid: `${createHash("sha256").update(`${assessment.id} ${id}`).digest("hex").slice(0, 24)}@ki-pegel`,
      title,
      note: [
        [assessment.organisation.name, messages.roadmap.calendarNote(quarter)].filter(Boolean).join(": "),
        messages.roadmap.statuses[step.status],
        `${messages.report.owner}: ${responsible}`,
        `${messages.result.list.firstHalfHour}: ${firstHalfHour}`,
        step.note,
      ]
        .filter(Boolean)
        .join("\n"),
      // Whoever sets a day means that day, even where it lies before the plan begins.
      start: step.due && step.due < days.start ? step.due : days.start,
      end: step.due || days.end,
    }));
  return download(toCalendar(events, args.context.now), "text/calendar", "ki-pegel-plan.ics");
});
