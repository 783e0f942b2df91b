import { useLocale } from "./locale";
import { TextList } from "./text-list";

type Older = { text: string; then: string[]; dropped: string[]; lost: string[]; saveFile: string; convert: string };
type Question = { id: string; dimension: string; question: string };
type Props = {
  assessmentId: string;
  notices: {
    expiry: string | null;
    opened: string[] | null;
    older: Older | null;
    waiting: Question[];
  };
};

/** What somebody must know about the keeping of an assessment before going on; nothing where there is nothing to know. */
export function KeepingNotices({ assessmentId, notices: { expiry, opened, older, waiting } }: Props) {
  const { messages, href } = useLocale();
  const { keeping } = messages;
  return (
    <>
      {opened && (
        <div className="alert alert-success" role="status">
          {opened.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {expiry && (
        <form method="post" className="alert alert-warning">
          <p>{expiry}</p>
          <button className="button button-secondary" name="intent" value="keep-on">
            {keeping.expiry.keep}
          </button>
        </form>
      )}
      {older && <OlderQuestionnaire {...older} />}
      {waiting.length > 0 && (
        <section className="panel">
          <h2>{keeping.previous.title}</h2>
          <p>{keeping.previous.text}</p>
          <ul>
            {waiting.map(({ id, dimension, question }) => (
              <li key={id}>
                <a href={href(`/assessments/${assessmentId}/${dimension}#${id}`)}>{question}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OlderQuestionnaire({ text, then, dropped, lost, saveFile, convert }: Older) {
  const { older } = useLocale().messages.keeping;
  return (
    <form method="post" className="panel">
      <h2>{older.title}</h2>
      <p>{text}</p>
      <p>{older.then}</p>
      <TextList texts={then} />
      {dropped.length > 0 && (
        <>
          <p>{older.dropped}</p>
          <TextList texts={dropped} />
        </>
      )}
      {lost.length > 0 && (
        <>
          <p>
            <strong>{older.lost}</strong>
          </p>
          <TextList texts={lost} />
        </>
      )}
      <p>
        {older.back}{" "}
        <a href={saveFile} download>
          {older.saveFile}
        </a>
      </p>
      <button className="button button-secondary" name="intent" value="convert">
        {convert}
      </button>
    </form>
  );
}
