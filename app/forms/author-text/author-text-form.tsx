import { authorTextLimits } from "../../core/assessment/author-text";
import { languages, type DimensionId } from "../../core/vocabulary";
import { useLocale } from "../../components/layout/locale";
import { ConflictNote } from "../conflict-note";
import { FieldNotes, Select, TextInput } from "../field";
import { seenName } from "../part";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";
import { commentField } from "../../core/assessment/author-text-fields";

type Props = {
  state: FormState;
  saveUrl: string;
  /** Whether anything is kept that could be removed. */
  stored: boolean;
  hasLogo: boolean;
  dimensions: { id: DimensionId; name: string }[];
};

/** What people write into the report themselves. */
export function AuthorTextForm({ state, saveUrl, stored, hasLogo, dimensions }: Props) {
  const { writing, download } = useLocale().messages;
  return (
    <SavedForm state={state} saveUrl={saveUrl} encType="multipart/form-data" className="form">
      <TextInput name="author" label={writing.author} hint={writing.authorHint} limit={authorTextLimits.author} />
      <LogoField state={state} hasLogo={hasLogo} />
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

/** A file goes with the form as a whole: a browser can keep it nowhere in between. */
function LogoField({ state, hasLogo }: Pick<Props, "state" | "hasLogo">) {
  const { writing } = useLocale().messages;
  const error = state.errors.logo;
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor="logo">{writing.logo}</label>
      <p className="hint" id="logo.hint">
        {writing.logoHint} {hasLogo && writing.logoKept}
      </p>
      <FieldNotes name="logo" error={error} />
      <input type="hidden" name={seenName("logo")} value={state.seen.logo} />
      <ConflictNote part="logo" stored={state.conflicts.logo && writing.otherLogo} yours={writing.yourLogo} />
      <input
        id="logo"
        name="logo"
        type="file"
        accept="image/png,image/jpeg,image/svg+xml"
        aria-describedby={error ? "logo.hint logo.error" : "logo.hint"}
        aria-invalid={error ? true : undefined}
      />
      {hasLogo && (
        <label className="choice">
          <input type="checkbox" name="logo-remove" autoComplete="off" /> <span>{writing.logoRemove}</span>
        </label>
      )}
    </div>
  );
}
