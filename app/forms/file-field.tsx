import { useContext, type ReactNode } from "react";
import { ConflictNote } from "./conflict-note";
import { FieldNotes, SavedFormContext } from "./field";
import { chosenName, removeName } from "./file-part";
import { seenName } from "./part";

type Props = {
  name: string;
  label: string;
  hint: string;
  /** Media types and endings, as browsers take them. */
  accept: string;
  /** Whether one is kept. */
  has: boolean;
  /** How the one that is kept looks. */
  shown?: ReactNode;
  words: { kept: string; remove: string; other: string; yours: string };
};

/**
 * A file goes with the form as a whole: a browser can keep it nowhere in between. Where somebody else has kept another
 * one meanwhile, the page carries the one that was chosen, so that it need not be chosen again.
 */
export function FileField({ name, label, hint, accept, has, shown, words }: Props) {
  const { errors, seen, typed, conflicts } = useContext(SavedFormContext);
  const error = errors[name];
  const isContested = conflicts[name] !== undefined;
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={name}>{label}</label>
      <p className="hint" id={`${name}.hint`}>
        {hint} {has && words.kept}
      </p>
      {shown}
      <FieldNotes name={name} error={error} />
      <input type="hidden" name={seenName(name)} value={seen[name]} />
      {isContested && <input type="hidden" name={chosenName(name)} value={typed[name] || typed[chosenName(name)]} />}
      <ConflictNote part={name} stored={isContested ? words.other : undefined} yours={words.yours} />
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={error ? `${name}.hint ${name}.error` : `${name}.hint`}
        aria-invalid={error ? true : undefined}
      />
      {has && (
        <label className="choice">
          <input type="checkbox" name={removeName(name)} autoComplete="off" /> <span>{words.remove}</span>
        </label>
      )}
    </div>
  );
}
