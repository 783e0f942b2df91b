import type { Prose } from "../../content/read-pages";
import { TextList } from "./text-list";

/** A page of authored prose. */
export function ProsePage({ prose, children }: { prose: Prose; children?: React.ReactNode }) {
  return (
    <div className="page prose">
      <h1>{prose.title}</h1>
      <p className="lead">{prose.lead}</p>
      {prose.sections.map(({ heading, paragraphs, list, formulas }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {list.length > 0 && <TextList texts={list} />}
          {formulas.length > 0 && (
            <dl className="formulas">
              {formulas.map(({ formula, meaning }) => (
                <div key={formula}>
                  <dt>{formula}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
      {children}
    </div>
  );
}
