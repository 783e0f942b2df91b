import { CopyLink } from "./copy-link";
import { useLocale } from "./locale";

/** A link that is told once, with the words to hand it on. */
export function ShownLink({ shown: { name, url, message } }: { shown: { name: string; url: string; message: string } }) {
  const { team } = useLocale().messages;
  return (
    <section className="alert alert-success" aria-labelledby="shown-link">
      <h2 id="shown-link">{team.shown.title(name)}</h2>
      <p>{team.shown.text}</p>
      <CopyLink label={team.shown.label} url={url} />
      <TextToCopy label={team.shown.message} text={message} />
    </section>
  );
}

/** Words to hand on, to be selected and copied. */
export function TextToCopy({ label, text }: { label: string; text: string }) {
  return (
    <div className="field">
      <label htmlFor="text-to-copy">{label}</label>
      <textarea id="text-to-copy" rows={8} readOnly defaultValue={text} />
    </div>
  );
}
