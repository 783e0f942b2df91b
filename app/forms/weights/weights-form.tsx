import { useLocale } from "../../components/layout/locale";
import { weightChoices } from "../../views/report-options";
import { Select } from "../field";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";

type Props = { state: FormState; saveUrl: string; topics: { id: string; name: string }[] };

/** How much each topic counts. */
export function WeightsForm({ state, saveUrl, topics }: Props) {
  const { messages, weight } = useLocale();
  const { weights } = messages.report;
  return (
    <SavedForm state={state} saveUrl={saveUrl} titles={Object.fromEntries(topics.map(({ id, name }) => [id, name]))} className="form">
      <div className="weights-fields">
        {topics.map(({ id, name }) => {
          const kept = state.typed[id] ?? "1";
          const choices = [...new Set<string>([...weightChoices, kept])].sort((a, b) => Number(a) - Number(b));
          const options = choices.map((choice) => ({ value: choice, label: weight(Number(choice)) }));
          return <Select key={id} name={id} label={name} options={options} />;
        })}
      </div>
      <div className="form-actions">
        <button className="button">{weights.submit}</button>
        <SaveState />
      </div>
    </SavedForm>
  );
}
