import type { Logo } from "../../core/assessment/author-text";
import { brandLimits, typefaceIds, voices } from "../../core/brand/brand";
import { useLocale } from "../../components/layout/locale";
import { RadioGroup, Select, TextInput } from "../field";
import { FileField } from "../file-field";
import { LogoField } from "../logo-field";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";

type Props = {
  state: FormState;
  saveUrl: string;
  /** Whether anything is kept that could be removed. */
  stored: boolean;
  logo: Logo | null;
  hasTemplate: boolean;
};

/** Whose documents they are, and how they look. */
export function BrandForm({ state, saveUrl, stored, logo, hasTemplate }: Props) {
  const { branding } = useLocale().messages;
  return (
    <SavedForm state={state} saveUrl={saveUrl} encType="multipart/form-data" className="form">
      <TextInput name="name" label={branding.name} hint={branding.nameHint} limit={brandLimits.text} />
      <LogoField hint={branding.logoHint} kept={logo} />
      <TextInput name="colour" label={branding.colour} hint={branding.colourHint} />
      <Select
        name="typeface"
        label={branding.typeface}
        options={typefaceIds.map((value) => ({ value, label: branding.typefaces[value] }))}
      />
      <TextInput name="footer" label={branding.footer} hint={branding.footerHint} limit={brandLimits.text} />
      <TextInput name="contact" label={branding.contact} hint={branding.contactHint} limit={brandLimits.text} />
      <FileField
        name="template"
        label={branding.template}
        hint={branding.templateHint}
        accept=".dotx,.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.template"
        has={hasTemplate}
        words={{
          ...{ kept: branding.templateKept, remove: branding.templateRemove },
          ...{ other: branding.otherTemplate, yours: branding.yourTemplate },
        }}
      />
      <RadioGroup name="voice" label={branding.voice} options={voices.map((value) => ({ value, label: branding.voices[value] }))} />
      <div className="form-actions">
        <button className="button">{branding.submit}</button>
        {stored && (
          <button className="button button-danger" name="intent" value="remove">
            {branding.remove}
          </button>
        )}
        <SaveState />
      </div>
    </SavedForm>
  );
}
