import type { PlanView } from "../../views/plan";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

/** The plan on paper, where the boxes of a form are of no use: what, when, who, for how much, how far. */
export function PlanSheet({ plan }: { plan: PlanView }) {
  const { messages, date } = useLocale();
  const { roadmap, report, papers } = messages;
  const shown = plan.planned ?? plan.nearest;
  return (
    <DataTable
      label={roadmap.plan}
      columns={[papers.decision.measure, roadmap.period, roadmap.owner, report.cost, roadmap.status]}
      numbers={[3]}
      rows={plan.tracked.map(({ id, title, owner, due, status, note }) => {
        const step = shown?.steps.find((one) => one.id === id);
        return {
          key: id,
          cells: [
            title,
            [step?.span, due && roadmap.until(date(due))].filter(Boolean).join(", ") || "–",
            step?.responsible ?? (owner || "–"),
            step ? step.plannedCost : "–",
            [roadmap.statuses[status], note].filter(Boolean).join(": "),
          ],
        };
      })}
    />
  );
}
