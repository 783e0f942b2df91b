import type { ReactNode } from "react";

type Common = { name: string; label: string; hint?: string | undefined; optional?: string | undefined; error?: string | null | undefined };

/** What every field shares: label, hint and error, wired to the control so that they are read out with it. */
function Field({ name, label, hint, optional, error, children }: Common & { children: (aria: object) => ReactNode }) {
  const described = [hint && `${name}.hint`, error && `${name}.error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={name}>
        {label} {optional && <span className="optional">({optional})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}.hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}.error`}>
          {error}
        </p>
      )}
      {children({ id: name, name, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

export function TextInput({ value, multiline, type = "text", ...common }: Common & { value: string; multiline?: boolean; type?: string }) {
  return (
    <Field {...common}>
      {(aria) =>
        multiline ? (
          <textarea rows={5} defaultValue={value} {...aria} />
        ) : (
          <input type={type} defaultValue={value} autoComplete="off" {...aria} />
        )
      }
    </Field>
  );
}

export type Option = { value: string; label: string; hint?: string };

export function Select({ value, options, empty, ...common }: Common & { value: string; options: Option[]; empty?: string }) {
  return (
    <Field {...common}>
      {(aria) => (
        <select defaultValue={value} {...aria}>
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

export function RadioGroup({ name, label, hint, optional, error, value, options }: Common & { value: string; options: Option[] }) {
  const described = [hint && `${name}.hint`, error && `${name}.error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className={error ? "field field-wrong" : "field"} id={name} aria-describedby={described}>
      <legend>
        {label} {optional && <span className="optional">({optional})</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${name}.hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}.error`}>
          {error}
        </p>
      )}
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input type="radio" name={name} value={option.value} defaultChecked={value === option.value} />
          <span>
            {option.label}
            {option.hint && <span className="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The list of what is wrong, at the top of a form; each entry leads to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: { name: string; text: string }[] }) {
  if (errors.length === 0) return null;
  return (
    // Takes focus by itself after the page has loaded, with or without a script.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="alert alert-danger" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
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
