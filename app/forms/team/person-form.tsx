import { useLocale } from "../../components/layout/locale";
import { ErrorSummary, FieldNotes, TextInput } from "../field";
import type { TypedAddress } from "../mail/mail-address";
import { MailField } from "../mail/mail-field";
import type { PersonErrors, PersonFields } from "./person-fields";

/** A topic with its questions, as they can be given to somebody. */
export type GivableTopic = { id: string; name: string; items: { id: string; number: number; short: string }[] };

type Props = {
  topics: GivableTopic[];
  fields: PersonFields;
  errors: PersonErrors;
  submit: string;
  intent: string;
  /** The address that the link may be mailed to, as it was typed; null where it is not asked for. */
  mail?: TypedAddress | null;
};

/** Whom somebody asks, what, and until when. */
export function PersonForm({ topics, fields, errors, submit, intent, mail = null }: Props) {
  const { start, team } = useLocale().messages;
  const { invite } = team;
  const wrong = Object.entries(errors).map(([name, text]) => ({ name, text }));
  // A quick check has one question a topic, so nothing is left to choose within one.
  const hasParts = topics.some(({ items }) => items.length > 1);
  return (
    <form method="post" className="form" noValidate autoComplete="off">
      <ErrorSummary errors={wrong} />
      <TextInput name="name" label={invite.name} hint={invite.nameHint} value={fields.name} error={errors.name} />
      <fieldset className={errors.topics ? "field field-wrong" : "field"} id="topics" aria-describedby="topics.hint">
        <legend>{invite.topics}</legend>
        <p className="hint" id="topics.hint">
          {invite.topicsHint}
        </p>
        <FieldNotes name="topics" error={errors.topics} />
        {topics.map(({ id, name }) => (
          <label className="choice" key={id}>
            <input type="checkbox" name="topics" value={id} defaultChecked={fields.topics.includes(id)} autoComplete="off" />{" "}
            <span>{name}</span>
          </label>
        ))}
        {hasParts && (
          <details open={fields.items.length > 0 || undefined}>
            <summary>{invite.single}</summary>
            {topics.map((topic) => (
              <fieldset className="field" key={topic.id}>
                <legend>{topic.name}</legend>
                {topic.items.map(({ id, number, short }) => (
                  <label className="choice" key={id}>
                    <input type="checkbox" name="items" value={id} defaultChecked={fields.items.includes(id)} autoComplete="off" />{" "}
                    <span>
                      {number} {short}
                    </span>
                  </label>
                ))}
              </fieldset>
            ))}
          </details>
        )}
      </fieldset>
      <TextInput name="until" type="date" label={invite.until} hint={invite.untilHint} value={fields.until} error={errors.until} />
      {mail && <MailField name="address" typed={mail} optional={start.optional} />}
      <div className="form-actions">
        <button className="button" name="intent" value={intent}>
          {submit}
        </button>
      </div>
    </form>
  );
}
