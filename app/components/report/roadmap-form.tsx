import { choiceField, type RoadmapField, type RoadmapFields } from "../../forms/plan/plan-fields";
import { Select, TextInput } from "../../forms/field";
import { useLocale } from "../layout/locale";

type Props = { fields: RoadmapFields; wrong: RoadmapField[]; choices: { id: string; title: string }[] };

/** Money, time, horizon, and what must or must not be in. */
export function RoadmapForm({ fields, wrong, choices }: Props) {
  const { roadmap } = useLocale().messages;
  const error = (field: RoadmapField) => (wrong.includes(field) ? roadmap.errors[field] : null);
  const chosen = (id: string) => (fields.pinned.includes(id) ? "pinned" : fields.excluded.includes(id) ? "excluded" : "");
  return (
    <form method="post" action="?" noValidate className="panel">
      <h2>{roadmap.settings}</h2>
      <div className="roadmap-limits">
        <TextInput name="budget" label={roadmap.budget} hint={roadmap.budgetHint} error={error("budget")} value={fields.budget} />
        <TextInput name="capacity" label={roadmap.capacity} hint={roadmap.capacityHint} error={error("capacity")} value={fields.capacity} />
        <Select
          name="quarters"
          label={roadmap.quarters}
          error={error("quarters")}
          value={fields.quarters}
          options={[2, 3, 4, 6, 8, 12, 16].map((count) => ({ value: String(count), label: roadmap.quartersOf(count) }))}
        />
      </div>
      <label className="choice">
        <input type="checkbox" name="forceDuties" defaultChecked={fields.forceDuties} /> {roadmap.forceDuties}
      </label>
      <details open={fields.pinned.length + fields.excluded.length > 0 || undefined}>
        <summary>{roadmap.choices}</summary>
        <div className="roadmap-choices">
          {choices.map(({ id, title }) => (
            <Select
              key={id}
              name={choiceField(id)}
              label={title}
              value={chosen(id)}
              empty={roadmap.choiceFree}
              options={[
                { value: "pinned", label: roadmap.choicePinned },
                { value: "excluded", label: roadmap.choiceExcluded },
              ]}
            />
          ))}
        </div>
      </details>
      <p className="form-actions">
        <button className="button" name="intent" value="plan">
          {roadmap.submit}
        </button>
      </p>
    </form>
  );
}
