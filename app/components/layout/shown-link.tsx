import { CopyLink } from "./copy-link";
import { useLocale } from "./locale";

/** Words to hand on, under what they are about. */
export type TextToHandOn = { subject: string; text: string };
export type LinkToShow = TextToHandOn & { name: string; url: string; mailed: { to: string; isSent: boolean } | null };

/** A link that is told once, with the words to hand it on. */
export function ShownLink({ shown: { name, url, mailed, ...words } }: { shown: LinkToShow }) {
  const { team, mails } = useLocale().messages;
  return (
    <section className={mailed?.isSent === false ? "alert alert-warning" : "alert alert-success"} aria-labelledby="shown-link">
      <h2 id="shown-link">{team.shown.title(name)}</h2>
      {mailed && (
        <p role="status">
          <strong>{mailed.isSent ? mails.sent(mailed.to) : mails.failed(mailed.to)}</strong>
        </p>
      )}
      <p>{team.shown.text}</p>
      <CopyLink label={team.shown.label} url={url} />
      <TextToCopy label={mails.handOn} {...words} />
    </section>
  );
}

/** To be selected and copied, or opened in a mail program of one's own. */
export function TextToCopy({ label, subject, text }: TextToHandOn & { label: string }) {
  const { mails } = useLocale().messages;
  return (
    <div className="field">
      <label htmlFor="text-to-copy">{label}</label>
      <textarea id="text-to-copy" rows={8} readOnly defaultValue={text} />
      <p>
        <a href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`}>
          {mails.open}
        </a>
      </p>
    </div>
  );
}
