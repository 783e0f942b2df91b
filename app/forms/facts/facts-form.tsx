import { useLocale } from "../../components/layout/locale";
import { RadioGroup } from "../field";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";
import { factChoices } from "./facts-parts";

type Props = { state: FormState; saveUrl: string; questions: { id: string; ask: string; duties: string }[] };

/** Yes, no, or not known yet, question by question. */
export function FactsForm({ state, saveUrl, questions }: Props) {
  const { messages } = useLocale();
  const { facts } = messages.result.duties;
  const options = factChoices.map((value) => ({ value, label: facts.choices[value] }));
  const titles = Object.fromEntries(questions.map(({ id, ask }) => [id, ask]));
  return (
    <SavedForm state={state} saveUrl={saveUrl} titles={titles} className="form facts">
      {questions.map(({ id, ask, duties }) => (
        <RadioGroup key={id} name={id} label={ask} hint={duties} options={options} />
      ))}
      <div className="form-actions">
        <button className="button">{facts.submit}</button>
        <SaveState />
      </div>
    </SavedForm>
  );
}
