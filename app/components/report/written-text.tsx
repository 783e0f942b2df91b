import { partsOf } from "../../core/assessment/author-text";

/** A text as somebody typed it: paragraphs and lists, and nothing else that a browser would act on. */
export function WrittenText({ text, language }: { text: string; language?: string }) {
  return (
    <div className="written" lang={language}>
      {partsOf(text).map((part, index) =>
        part.kind === "paragraph" ? (
          <p key={index}>{part.text}</p>
        ) : (
          <ul key={index}>
            {part.entries.map((entry, place) => (
              <li key={place}>{entry}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}
