import { useLocale } from "../layout/locale";

/** The end of a form that fetches a file: its button, and where the script says how far it is and lets it be stopped. */
export function DownloadActions({ submit }: { submit: string }) {
  const { download } = useLocale().messages;
  return (
    <p className="form-actions">
      <button className="button">{submit}</button>
      <button type="button" className="button button-secondary" hidden data-cancel>
        {download.cancel}
      </button>
      <progress hidden aria-label={download.working} />
      <span role="status" />
    </p>
  );
}
