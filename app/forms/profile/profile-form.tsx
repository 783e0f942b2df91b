import { laender, ownerships, sectors, sizeClasses, type Track } from "../../core/vocabulary";
import { useLocale } from "../../components/layout/locale";
import { ErrorSummary, RadioGroup, Select, TextInput } from "../field";
import type { ProfileField, ProfileFields } from "./profile-fields";

type Props = {
  track: Track;
  fields: ProfileFields;
  wrong: ProfileField[];
  submit: string;
  /** Depth is chosen once at the start; later it changes by going on to the full questionnaire. */
  askDepth: boolean;
};

/** Who is assessed: the form of the start page and of the page that changes it later. */
export function ProfileForm({ track, fields, wrong, submit, askDepth }: Props) {
  const { messages, collator } = useLocale();
  const { start, names } = messages;
  const error = (field: ProfileField) => (wrong.includes(field) ? start.errors[field] : null);
  const sme = track === "sme";
  const byLabel = (a: { label: string }, b: { label: string }) => collator.compare(a.label, b.label);
  return (
    <form method="post" noValidate className="form">
      <ErrorSummary title={messages.errors.summaryTitle} errors={wrong.map((name) => ({ name, text: start.errors[name] }))} />
      <input type="hidden" name="track" value={track} />
      <RadioGroup
        name="sizeClass"
        label={sme ? start.sizeSme : start.sizeMunicipality}
        hint={start.sizeHint}
        error={error("sizeClass")}
        value={fields.sizeClass}
        options={sizeClasses[track].map((size) => ({ value: size, label: names.sizeClasses[size] }))}
      />
      <Select
        name="land"
        label={start.land}
        hint={start.landHint}
        optional={start.optional}
        error={error("land")}
        value={fields.land}
        empty={start.choose}
        options={laender.map((land) => ({ value: land, label: names.laender[land] })).sort(byLabel)}
      />
      {sme && (
        <>
          <Select
            name="sector"
            label={start.sector}
            optional={start.optional}
            error={error("sector")}
            value={fields.sector}
            empty={start.choose}
            options={sectors.map((sector) => ({ value: sector, label: names.sectors[sector] }))}
          />
          <Select
            name="ownership"
            label={start.ownership}
            hint={start.ownershipHint}
            optional={start.optional}
            error={error("ownership")}
            value={fields.ownership}
            empty={start.choose}
            options={ownerships.map((ownership) => ({ value: ownership, label: names.ownerships[ownership] }))}
          />
        </>
      )}
      <TextInput name="name" label={start.name} hint={start.nameHint} optional={start.optional} error={error("name")} value={fields.name} />
      {askDepth ? (
        <RadioGroup
          name="depth"
          label={start.depth}
          error={error("depth")}
          value={fields.depth}
          options={[
            { value: "quick", label: start.quick, hint: start.quickHint },
            { value: "full", label: start.full },
          ]}
        />
      ) : (
        <input type="hidden" name="depth" value={fields.depth} />
      )}
      <p className="form-actions">
        <button type="submit" className="button">
          {submit}
        </button>
      </p>
    </form>
  );
}
