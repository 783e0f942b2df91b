import { useLocale } from "./locale";

/** A link to keep: selectable and printable as text; the button appears where a script can copy. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  const { assessment } = useLocale().messages;
  return (
    <p className="copy-link">
      <strong>{label}</strong>
      <span className="copy-link-url">{url}</span>
      <button
        type="button"
        className="button button-secondary"
        hidden
        data-copy={url}
        data-copied={assessment.copied}
        aria-label={`${assessment.copy}: ${label}`}
      >
        {assessment.copy}
      </button>
      <span role="status" />
    </p>
  );
}
