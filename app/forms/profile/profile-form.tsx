import { aiUses, laender, ownerships, sectors, sizeClasses, type Track } from "../../core/vocabulary";
import { textLimits } from "../../core/assessment/text";
import { useLocale } from "../../components/layout/locale";
import { RadioGroup, Select, TextInput } from "../field";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";

type Props = { track: Track; state: FormState; saveUrl: string; mode?: "save" | "check"; submit: string };

/** Who is assessed, and how deep: the form of the start page and of the page that changes it later. */
export function ProfileForm({ track, submit, ...form }: Props) {
  const { messages, collator } = useLocale();
  const { start, names, result } = messages;
  const sme = track === "sme";
  const byLabel = (a: { label: string }, b: { label: string }) => collator.compare(a.label, b.label);
  return (
    <SavedForm {...form} className="form">
      <input type="hidden" name="track" value={track} />
      <RadioGroup
        name="sizeClass"
        label={sme ? start.sizeSme : start.sizeMunicipality}
        hint={start.sizeHint}
        options={sizeClasses[track].map((size) => ({ value: size, label: names.sizeClasses[size] }))}
      />
      <RadioGroup
        name="aiUse"
        label={result.aiUse.question}
        hint={result.aiUse.hint}
        options={aiUses.map((use) => ({ value: use, label: result.aiUse.choices[use] }))}
      />
      <Select
        name="land"
        label={start.land}
        hint={start.landHint}
        optional={start.optional}
        empty={start.choose}
        options={laender.map((land) => ({ value: land, label: names.laender[land] })).sort(byLabel)}
      />
      {sme ? (
        <details open={further.some((field) => form.state.typed[field] || form.state.errors[field]) || undefined}>
          <summary>
            {start.further} ({start.optional})
          </summary>
          <EnterpriseFields />
          <Name />
        </details>
      ) : (
        <Name />
      )}
      <RadioGroup
        name="depth"
        label={start.depth}
        options={[
          { value: "quick", label: start.quick, hint: start.quickHint },
          { value: "full", label: start.full },
        ]}
      />
      <div className="form-actions">
        <button type="submit" className="button">
          {submit}
        </button>
        <SaveState />
      </div>
    </SavedForm>
  );
}

function Name() {
  const { start } = useLocale().messages;
  return <TextInput name="name" label={start.name} hint={start.nameHint} optional={start.optional} limit={textLimits.name} />;
}

/** What an owner may leave out changes the advice least: it is a tap away until somebody has said something. */
const further = ["sector", "ownership", "name"];

function EnterpriseFields() {
  const { start, names } = useLocale().messages;
  return (
    <>
      <Select
        name="sector"
        label={start.sector}
        empty={start.choose}
        options={sectors.map((sector) => ({ value: sector, label: names.sectors[sector] }))}
      />
      <Select
        name="ownership"
        label={start.ownership}
        hint={start.ownershipHint}
        empty={start.choose}
        options={ownerships.map((ownership) => ({ value: ownership, label: names.ownerships[ownership] }))}
      />
    </>
  );
}
