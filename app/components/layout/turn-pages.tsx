import { useLocale } from "./locale";

type Props = { page: number; pages: number; label: string; at: (page: number) => string };

/** Leads through a list of which the latest comes first; nothing where it has one page. */
export function TurnPages({ page, pages, label, at }: Props) {
  const { changes } = useLocale().messages;
  if (pages < 2) return null;
  return (
    <nav aria-label={label} className="form-actions">
      {page > 1 && (
        <a className="button button-secondary" href={at(page - 1)}>
          {changes.newer}
        </a>
      )}
      <span className="hint">{changes.page(page, pages)}</span>
      {page < pages && (
        <a className="button button-secondary" href={at(page + 1)}>
          {changes.older}
        </a>
      )}
    </nav>
  );
}
