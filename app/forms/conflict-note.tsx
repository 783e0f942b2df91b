import { useLocale } from "../components/layout/locale";

/**
 * A newer value of somebody else beside one's own, to choose from by pressing. Empty where there is none; in the browser
 * the saving module puts the same in when it learns of one (app/browser/form-notes.ts).
 * @param stored undefined: no conflict; "" where the other has removed the value.
 */
export function ConflictNote({ part, stored, yours }: { part: string; stored: string | undefined; yours: string }) {
  const { conflict } = useLocale().messages.saving;
  return (
    <div data-conflict={part}>
      {stored !== undefined && (
        <div className="alert alert-warning" role="alert">
          <p>
            <strong>{conflict.title}</strong>
          </p>
          <dl>
            <dt>{conflict.stored}</dt>
            <dd>{stored || conflict.nothing}</dd>
            <dt>{conflict.yours}</dt>
            <dd>{yours || conflict.nothing}</dd>
          </dl>
          <p className="form-actions">
            <button className="button button-secondary" name="keep" value={part}>
              {conflict.keepMine}
            </button>
            <button className="button button-secondary" name="take" value={part}>
              {conflict.keepStored}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
