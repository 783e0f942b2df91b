import { useLocale } from "../layout/locale";

type Props = { sessions: { id: string; browser: string; begun: string; seen: string; isThis: boolean }[] };

/** Where somebody is signed in, and how to end it there. */
export function OwnSessions({ sessions }: Props) {
  const { page } = useLocale().messages.accounts;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{page.sessionsTitle}</h2>
      <ul className="own-things">
        {sessions.map(({ id, browser, begun, seen, isThis }) => (
          <li key={id}>
            <span>
              {browser === "" ? page.unknownBrowser : browser} {isThis && <strong>({page.thisOne})</strong>}{" "}
              <span className="hint">{page.session(begun, seen)}</span>
            </span>
            {!isThis && (
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <button
                  className="link-button"
                  name="intent"
                  value="end-session"
                  aria-label={page.endOne(browser === "" ? page.unknownBrowser : browser)}
                >
                  {page.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <button className="button button-secondary" name="intent" value="end-others">
            {page.endOthers}
          </button>
        </form>
      )}
    </section>
  );
}
