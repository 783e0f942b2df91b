import type { MappeRole } from "../../core/mappe/mappe";
import { useLocale } from "../layout/locale";

type Props = {
  assessments: { id: string; name: string; may: "edit" | "check" | "read"; href: string }[];
  mappen: { id: string; name: string; role: MappeRole }[];
  /** How many open in this browser, but not with the account. */
  elsewhere: number;
};

/** What an account opens. */
export function OwnThings({ assessments, mappen, elsewhere }: Props) {
  const { messages, href } = useLocale();
  const { page } = messages.accounts;
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{page.holdsTitle}</h2>
      <p>{page.holdsText}</p>
      {assessments.length + mappen.length === 0 && <p className="hint">{page.holdsNone}</p>}
      <Things
        title={page.assessments}
        intent="drop"
        things={assessments.map(({ id, name, may, href: path }) => ({ id, name, note: page.may[may], path }))}
      />
      <Things
        title={page.mappen}
        intent="drop-mappe"
        things={mappen.map(({ id, name, role }) => ({ id, name, note: messages.mappe.rights[role], path: href(`/mappen/${id}`) }))}
      />
      {assessments.length + mappen.length > 0 && <p className="hint">{page.dropHint}</p>}
      {elsewhere > 0 && (
        <form method="post" className="alert alert-info">
          <p>{page.elsewhere(elsewhere)}</p>
          <button className="button button-secondary" name="intent" value="take-over">
            {page.takeOver}
          </button>
          <p className="hint">{page.takeOverHint}</p>
        </form>
      )}
    </section>
  );
}

type ThingsProps = { title: string; intent: string; things: { id: string; name: string; note: string; path: string }[] };

function Things({ title, intent, things }: ThingsProps) {
  const { page } = useLocale().messages.accounts;
  if (things.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="own-things">
        {things.map(({ id, name, note, path }) => (
          <li key={id}>
            <span>
              <a href={path}>{name}</a> <span className="hint">({note})</span>
            </span>
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <button className="link-button" name="intent" value={intent} aria-label={page.dropOne(name)}>
                {page.drop}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
