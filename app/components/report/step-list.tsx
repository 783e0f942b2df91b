import type { PlanStep } from "../../core/plan/settings";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

type Step = PlanStep & { id: string; title: string };

/** How far each initiative has come, for those who only read. */
export function StepList({ steps }: { steps: Step[] }) {
  const { messages, date } = useLocale();
  const { roadmap, report } = messages;
  return (
    <>
      <h2 id="progress">{roadmap.progress}</h2>
      <DataTable
        label={roadmap.progress}
        columns={[report.sections.initiatives, roadmap.status, roadmap.owner, roadmap.due, roadmap.note]}
        numbers={[]}
        rows={steps.map(({ id, title, status, owner, due, note }) => ({
          key: id,
          cells: [title, roadmap.statuses[status], owner || "–", due ? date(due) : "–", note || "–"],
        }))}
      />
    </>
  );
}
