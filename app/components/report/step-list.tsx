import { AnswerAnew, type Tracked } from "../../forms/plan/answer-anew";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

/** How far each initiative has come, for those who only read. */
export function StepList({ steps }: { steps: Tracked[] }) {
  const { messages, date } = useLocale();
  const { roadmap, papers } = messages;
  return (
    <>
      <h2>{roadmap.progress}</h2>
      <DataTable
        label={roadmap.progress}
        columns={[papers.decision.measure, roadmap.status, roadmap.owner, roadmap.due, roadmap.note]}
        numbers={[]}
        rows={steps.map(({ id, title, status, owner, due, note, toAnswer }) => ({
          key: id,
          cells: [
            <>
              {title} <AnswerAnew toAnswer={toAnswer} assessmentId={null} />
            </>,
            roadmap.statuses[status],
            owner || "–",
            due ? date(due) : "–",
            note || "–",
          ],
        }))}
      />
    </>
  );
}
