import type { Citation } from "../../views/citations";

export function CitationList({ citations }: { citations: Pick<Citation, "text" | "href">[] }) {
  return (
    <ul className="citations">
      {citations.map(({ text, href }) => (
        <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
      ))}
    </ul>
  );
}
