import { useContext } from "react";
import { useLocale } from "../../components/layout/locale";
import { targetSchema } from "../../core/rounds/target";
import { ConflictNote } from "../conflict-note";
import { SavedFormContext, TextInput } from "../field";
import { seenName, type Typed } from "../part";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";
import { targetNames } from "./targets-parts";

const isDay = (typed: string | undefined): typed is string => targetSchema.shape.by.safeParse(typed).success;

type Topic = { id: string; name: string; today: string; standing: string | null };
type Props = { state: FormState; saveUrl: string; topics: Topic[] };

/** What each topic is to reach, and by when. */
export function TargetsForm({ state, saveUrl, topics }: Props) {
  const { targets } = useLocale().messages.rounds;
  return (
    <SavedForm state={state} saveUrl={saveUrl} titles={Object.fromEntries(topics.map(({ id, name }) => [id, name]))} className="form">
      {topics.map((topic) => (
        <TopicTarget key={topic.id} topic={topic} />
      ))}
      <div className="form-actions">
        <button className="button">{targets.submit}</button>
        <SaveState />
      </div>
    </SavedForm>
  );
}

function TopicTarget({ topic: { id, name, today, standing } }: { topic: Topic }) {
  const { typed, seen, conflicts } = useContext(SavedFormContext);
  const { messages, date } = useLocale();
  const { targets } = messages.rounds;
  const names = targetNames(id);
  const say = ({ [names.value]: value, [names.by]: by }: Typed) => [value, isDay(by) ? date(by) : by].filter(Boolean).join(" · ");
  const newer = conflicts[id];
  return (
    <fieldset className="target" id={id} data-part={id} data-title={name}>
      <legend>{name}</legend>
      <p className="hint">{[today, standing].filter(Boolean).join(" · ")}</p>
      <input type="hidden" name={seenName(id)} value={seen[id]} />
      <ConflictNote part={id} stored={newer && say(newer)} yours={say(typed)} />
      <div className="target-fields">
        <TextInput name={names.value} label={targets.value} />
        <TextInput name={names.by} type="date" label={targets.by} />
      </div>
    </fieldset>
  );
}
