import { useLocale } from "../../components/layout/locale";
import { checkSchema } from "../../core/assessment/check-schema";
import { textLimits } from "../../core/assessment/text";
import type { CheckedAnswer } from "../../views/checking";
import { RadioGroup, TextInput } from "../field";
import type { CheckFormState } from "./check-fields";

type Props = {
  answer: CheckedAnswer;
  /** What the person who checked last called themselves. */
  by: string;
  /** Whether it is the one that is to be said next. */
  isNext: boolean;
  /** What was typed and refused; null: nothing. */
  state: Omit<CheckFormState, "item"> | null;
};

/** What a second person says of one answer, folded until it is its turn. Names of its fields stand under the question, so that each page has each once. */
export function CheckForm({ answer, by, isNext, state }: Props) {
  const { form } = useLocale().messages.checking;
  const { id, number, seen, check } = answer;
  const value = (field: "state" | "note" | "by", otherwise: string) => state?.typed[field] ?? otherwise;
  const name = (field: string) => `${id}.${field}`;
  return (
    <details open={isNext || state !== null || undefined}>
      <summary>
        {check ? form.again : form.begin}
        <span className="visually-hidden">{form.submitOf(number)}</span>
      </summary>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="item" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <RadioGroup
          name={name("state")}
          label={form.question}
          error={state?.errors.state}
          value={value("state", check?.state ?? "")}
          options={checkSchema.shape.state.options.map((option) => ({ value: option, label: form.choices[option] }))}
        />
        <TextInput
          multiline
          rows={2}
          name={name("note")}
          label={form.note}
          hint={form.noteHint}
          limit={textLimits.reason}
          error={state?.errors.note}
          value={value("note", check?.note ?? "")}
        />
        <TextInput
          name={name("by")}
          label={form.by}
          hint={form.byHint}
          limit={textLimits.name}
          error={state?.errors.by}
          value={value("by", by)}
        />
        <p className="form-actions">
          <button className="button">
            {form.submit}
            <span className="visually-hidden">{form.submitOf(number)}</span>
          </button>
        </p>
      </form>
    </details>
  );
}
