import { authorTextLimits, type Logo } from "../../core/assessment/author-text";
import { languages, type DimensionId } from "../../core/vocabulary";
import { useLocale } from "../../components/layout/locale";
import { Select, TextInput } from "../field";
import { LogoField } from "../logo-field";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";
import { commentField } from "../../core/assessment/author-text-fields";

type Props = {
  state: FormState;
  saveUrl: string;
  /** Whether anything is kept that could be removed. */
  stored: boolean;
  logo: Logo | null;
  dimensions: { id: DimensionId; name: string }[];
};

/** What people write into the report themselves. */
export function AuthorTextForm({ state, saveUrl, stored, logo, dimensions }: Props) {
  const { writing, download } = useLocale().messages;
  return (
    <SavedForm state={state} saveUrl={saveUrl} encType="multipart/form-data" className="form">
      <TextInput name="author" label={writing.author} hint={writing.authorHint} limit={authorTextLimits.author} />
      <LogoField hint={writing.logoHint} kept={logo} />
      <Select
        name="language"
        label={writing.language}
        options={languages.map((language) => ({ value: language, label: download.languages[language] }))}
      />
      <TextInput multiline name="summary" label={writing.summary} hint={writing.hint} limit={authorTextLimits.summary} />
      <h2>{writing.comments}</h2>
      {dimensions.map(({ id, name }) => (
        <TextInput key={id} multiline name={commentField(id)} label={writing.comment(name)} limit={authorTextLimits.comment} />
      ))}
      <p className="hint">{writing.confirm}</p>
      <div className="form-actions">
        <button className="button">{writing.submit}</button>
        {stored && (
          <button className="button button-danger" name="intent" value="remove">
            {writing.remove}
          </button>
        )}
        <SaveState />
      </div>
    </SavedForm>
  );
}
