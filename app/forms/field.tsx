import { createContext, useContext, type ReactNode } from "react";
import { useLocale } from "../components/layout/locale";
import { ConflictNote } from "./conflict-note";
import { seenName } from "./part";
import type { FormState } from "./submit-parts";

/** The form around a field; outside of one that saves there is none, and fields get value and error from their page. */
export const SavedFormContext = createContext<FormState>({ typed: {}, seen: {}, errors: {}, conflicts: {} });

export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: string | undefined;
  error?: string | null | undefined;
  value?: string;
};

function useField({ name, error, value = "" }: FieldProps) {
  const form = useContext(SavedFormContext);
  return {
    value: form.typed[name] ?? value,
    error: form.errors[name] ?? error,
    seen: form.seen[name],
    conflict: form.conflicts[name]?.[name],
  };
}

/**
 * What every field shares: label, hint and error, wired to the control so that they are read out with it; and where its
 * form saves, the tag of the value it was made from and the newer value of somebody else.
 */
function Field({
  say,
  group = false,
  children,
  ...props
}: FieldProps & { group?: boolean; say: (value: string) => string; children: (value: string, aria: object) => ReactNode }) {
  const { name, label, hint, optional } = props;
  const { value, error, seen, conflict } = useField(props);
  const described = [hint && `${name}.hint`, error && `${name}.error`].filter(Boolean).join(" ") || undefined;
  const [Frame, Label] = group ? (["fieldset", "legend"] as const) : (["div", "label"] as const);
  return (
    <Frame
      className={error ? "field field-wrong" : "field"}
      data-part={seen === undefined ? undefined : name}
      {...(group && { id: name, "aria-describedby": described })}
    >
      <Label {...(!group && { htmlFor: name })}>
        {label} {optional && <span className="optional">({optional})</span>}
      </Label>
      {hint && (
        <p className="hint" id={`${name}.hint`}>
          {hint}
        </p>
      )}
      <FieldNotes name={name} error={error} />
      <SeenValue name={name} say={say} value={value} seen={seen} conflict={conflict} />
      {children(value, group ? {} : { id: name, name, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
    </Frame>
  );
}

type SeenProps = Omit<ReturnType<typeof useField>, "error"> & { name: string; say: (value: string) => string };

/** Where its form saves, the tag of the value that a field was made from, and the newer value of somebody else. */
function SeenValue({ name, say, value, seen, conflict }: SeenProps) {
  if (seen === undefined) return null;
  return (
    <>
      <input type="hidden" name={seenName(name)} value={seen} />
      <ConflictNote part={name} stored={conflict === undefined ? undefined : say(conflict)} yours={say(value)} />
    </>
  );
}

/** What is wrong with a field. In the browser the saving module writes here too. */
export function FieldNotes({ name, error }: { name: string; error: string | null | undefined }) {
  return (
    <div data-notes={name}>
      {error && (
        <p className="field-error" id={`${name}.error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type TextInputProps = FieldProps & {
  multiline?: boolean;
  rows?: number;
  type?: string;
  limit?: number;
  decimal?: boolean;
  /** What a browser may fill in by itself; nothing unless it is said. */
  autoComplete?: string;
  inputMode?: "numeric" | "email";
};

/** @param limit the longest text, in characters; more can be typed, and a counter says how much too long it is. */
export function TextInput({ multiline, rows = 5, type = "text", limit, autoComplete = "off", inputMode, ...field }: TextInputProps) {
  return (
    <Field {...field} say={(value) => value}>
      {(value, aria) =>
        multiline ? (
          <textarea rows={rows} defaultValue={value} data-limit={limit} autoComplete="off" {...aria} />
        ) : (
          <input type={type} defaultValue={value} data-limit={limit} autoComplete={autoComplete} inputMode={inputMode} {...aria} />
        )
      }
    </Field>
  );
}

/** A password is never sent back: whoever has to correct something types it again, or lets the browser fill it in. */
export function PasswordInput({ autoComplete, ...field }: FieldProps & { autoComplete: "current-password" | "new-password" }) {
  const { show, hide } = useLocale().messages.accounts;
  return (
    <Field {...field} say={() => ""}>
      {(_value, aria) => (
        <span className="password">
          <input type="password" autoComplete={autoComplete} autoCapitalize="none" spellCheck={false} {...aria} />
          <button type="button" className="button button-secondary" hidden data-shows={field.name} data-hide={hide}>
            {show}
          </button>
        </span>
      )}
    </Field>
  );
}

export type Option = { value: string; label: string; hint?: string };

const labelIn = (options: Option[], empty?: string) => (value: string) =>
  options.find((option) => option.value === value)?.label ?? (value === "" ? (empty ?? "") : value);

export function Select({ options, empty, ...field }: FieldProps & { options: Option[]; empty?: string }) {
  return (
    <Field {...field} say={labelIn(options, empty)}>
      {(value, aria) => (
        <select defaultValue={value} autoComplete="off" {...aria}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function RadioGroup({ options, ...field }: FieldProps & { options: Option[] }) {
  return (
    <Field {...field} group say={labelIn(options)}>
      {(value) =>
        options.map((option) => (
          <label className="choice" key={option.value}>
            <input type="radio" name={field.name} value={option.value} defaultChecked={value === option.value} autoComplete="off" />
            <span>
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))
      }
    </Field>
  );
}

/** One box to tick. */
export function Checkbox({ name, label }: { name: string; label: string }) {
  const { value, seen, conflict } = useField({ name, label });
  const { yes, no } = useLocale().messages.names;
  const say = (ticked: string) => (ticked ? yes : no);
  return (
    <div data-part={seen === undefined ? undefined : name}>
      <SeenValue name={name} say={say} value={value} seen={seen} conflict={conflict} />
      <label className="choice">
        <input type="checkbox" id={name} name={name} defaultChecked={value === "on"} autoComplete="off" /> <span>{label}</span>
      </label>
    </div>
  );
}

/** The list of what is wrong, at the top of a form; each entry leads to its field. It takes focus by itself. */
export function ErrorSummary({ errors }: { errors: { name: string; text: string }[] }) {
  const { summaryTitle } = useLocale().messages.saving;
  if (errors.length === 0) return null;
  return (
    // Takes focus after the page has loaded, with or without a script.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div className="alert alert-danger" role="alert" tabIndex={-1} autoFocus>
      <h2>{summaryTitle}</h2>
      <ul>
        {errors.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
