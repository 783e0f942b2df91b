import { stepStatuses, type RoadmapStep } from "../../core/plan/settings";
import { Select, TextInput } from "../../forms/field";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

type Step = RoadmapStep & { id: string; title: string };

/** The chosen initiatives as a list to tick: state, who, until when, note. */
export function RoadmapSteps({ steps, mayEdit, saved }: { steps: Step[]; mayEdit: boolean; saved: boolean }) {
  const { messages, date } = useLocale();
  const { roadmap, report } = messages;
  if (!mayEdit)
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
  return (
    <form method="post" action="?" noValidate>
      <h2 id="progress">{roadmap.progress}</h2>
      {saved && (
        <p className="alert alert-success" role="status">
          {roadmap.savedSteps}
        </p>
      )}
      <p>{roadmap.progressLead}</p>
      {steps.map(({ id, title, status, owner, due, note }) => (
        <fieldset key={id} className="roadmap-step">
          <legend>{title}</legend>
          <Select
            name={`${id}.status`}
            label={roadmap.status}
            value={status}
            options={stepStatuses.map((one) => ({ value: one, label: roadmap.statuses[one] }))}
          />
          <TextInput name={`${id}.owner`} label={roadmap.owner} value={owner} />
          <TextInput name={`${id}.due`} type="date" label={roadmap.due} value={due} />
          <TextInput name={`${id}.note`} label={roadmap.note} value={note} />
        </fieldset>
      ))}
      <p className="form-actions">
        <button className="button" name="intent" value="steps">
          {roadmap.saveSteps}
        </button>
      </p>
    </form>
  );
}
