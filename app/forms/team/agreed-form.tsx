import { textLimits } from "../../core/assessment/text";
import { useLocale } from "../../components/layout/locale";
import type { SharedAnswer } from "../../views/team";
import { ErrorSummary, FieldNotes } from "../field";
import type { AgreedErrors, AgreedFields } from "./agreed-fields";

type Props = {
  shared: Pick<SharedAnswer, "id" | "question" | "anchors" | "allowsNotApplicable" | "seen"> & {
    recorded: { choice: string; reason: string } | undefined;
  };
  /** In a workshop it stands there at once, and is taken back among the team's answers. */
  inRoom?: boolean;
  refused: { errors: AgreedErrors; fields: AgreedFields } | null;
};

/** Records what was agreed on one question, and why. Folded until somebody wants to, or something is wrong. */
export function AgreedForm({ shared, refused, inRoom = false }: Props) {
  const { team, form } = useLocale().messages;
  const { answers: words } = team;
  const { id, question, anchors, allowsNotApplicable, recorded, seen } = shared;
  const errors = refused?.errors ?? {};
  const fields = refused?.fields ?? { choice: recorded?.choice ?? "", reason: recorded?.reason ?? "" };
  const name = (field: keyof AgreedFields) => `${id}.${field}`;
  const choices = [
    ...anchors.map((anchor, level) => ({ value: String(level), label: `${level} ${form.levels[level] ?? ""}: ${anchor}` })),
    { value: "dk", label: form.dontKnow },
    ...(allowsNotApplicable ? [{ value: "na", label: form.notApplicable }] : []),
  ];
  return (
    <details open={inRoom || refused !== null || undefined}>
      <summary>
        {words.record}
        <span className="visually-hidden">: {question}</span>
      </summary>
      <form method="post" className="form" noValidate autoComplete="off">
        <ErrorSummary errors={Object.entries(errors).map(([field, text]) => ({ name: `${id}.${field}`, text }))} />
        <input type="hidden" name="item" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <fieldset className={errors.choice ? "field field-wrong" : "field"} id={name("choice")}>
          <legend>{words.legend}</legend>
          <FieldNotes name={name("choice")} error={errors.choice} />
          {choices.map(({ value, label }) => (
            <label className="choice" key={value}>
              <input type="radio" name="choice" value={value} defaultChecked={fields.choice === value} autoComplete="off" />{" "}
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <div className={errors.reason ? "field field-wrong" : "field"}>
          <label htmlFor={name("reason")}>{words.reason}</label>
          <p className="hint" id={`${name("reason")}.hint`}>
            {words.reasonHint}
          </p>
          <FieldNotes name={name("reason")} error={errors.reason} />
          <textarea
            id={name("reason")}
            name="reason"
            rows={3}
            defaultValue={fields.reason}
            data-limit={textLimits.reason}
            autoComplete="off"
            aria-describedby={`${name("reason")}.hint${errors.reason ? ` ${name("reason")}.error` : ""}`}
            aria-invalid={errors.reason ? true : undefined}
          />
        </div>
        <div className="form-actions">
          <button className="button" name="intent" value="record">
            {words.record}
            <span className="visually-hidden">: {question}</span>
          </button>
          {recorded && !inRoom && (
            <button className="button button-secondary" name="intent" value="withdraw">
              {words.withdraw}
              <span className="visually-hidden">: {question}</span>
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
