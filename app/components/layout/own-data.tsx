import { useLocale } from "./locale";

type Props = {
  words: { dataText: string; export: string; eraseText: string; erase: string };
  /** Of the file. */
  href: string;
  /** Where the form goes, where that is not the page itself. */
  action?: string;
};

/** What is kept of somebody who answers: to take along, or to erase. */
export function OwnData({ words, href, action }: Props) {
  const { eraseConfirm } = useLocale().messages.team.part;
  return (
    <>
      <p>{words.dataText}</p>
      <p>
        <a className="button button-secondary" href={href} download>
          {words.export}
        </a>
      </p>
      <form method="post" action={action}>
        <p>{words.eraseText}</p>
        <label className="choice">
          <input type="checkbox" name="sure" value="yes" autoComplete="off" /> <span>{eraseConfirm}</span>
        </label>
        <p className="form-actions">
          <button className="button button-danger" name="intent" value="erase">
            {words.erase}
          </button>
        </p>
      </form>
    </>
  );
}
