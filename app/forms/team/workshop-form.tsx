import { useLocale } from "../../components/layout/locale";
import { ErrorSummary, RadioGroup, TextInput, type Option } from "../field";
import type { WorkshopErrors, WorkshopFields } from "./workshop-fields";

/** Which questions a workshop asks, of how many people, until when. */
export function WorkshopForm({ choices, fields, errors }: { choices: Option[]; fields: WorkshopFields; errors: WorkshopErrors }) {
  const { open: words } = useLocale().messages.workshop;
  return (
    <form method="post" className="form" noValidate autoComplete="off">
      <ErrorSummary errors={Object.entries(errors).map(([name, text]) => ({ name, text }))} />
      <RadioGroup name="which" label={words.which} options={choices} value={fields.which} error={errors.which} />
      <TextInput name="most" label={words.most} hint={words.mostHint} value={fields.most} error={errors.most} />
      <TextInput name="until" type="date" label={words.until} hint={words.untilHint} value={fields.until} error={errors.until} />
      <div className="form-actions">
        <button className="button" name="intent" value="open">
          {words.submit}
        </button>
      </div>
    </form>
  );
}
