import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../documents/citations";
import { allSourceRefs } from "../core/content";
import { speechOf } from "../server/request";

export const meta = pageTitle(({ words }) => words.sources.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { content } = context;
  const speech = speechOf(request);
  const { say, collator, words } = speech;
  const others = allSourceRefs(content)
    .filter((ref) => typeof ref !== "string")
    .map((ref) => citeSource(ref, content, speech));
  const unique = [...new Map(others.map((citation) => [citation.text + (citation.href ?? ""), citation])).values()];
  return {
    documents: content.sources.map((source) => ({
      id: source.id,
      ...citeSource(source.id, content, speech),
      note: source.note ? say(source.note) : null,
      findings: content.findings
        .filter((finding) => finding.source === source.id)
        .map((finding) => ({
          id: finding.id,
          claim: say(finding.claim),
          place:
            "heading" in finding.section
              ? words.names.sectionHeading(finding.section.heading)
              : words.names.sectionParagraph(finding.section.paragraph),
        })),
    })),
    others: unique.sort((a, b) => collator.compare(a.text, b.text)),
  };
}

export default function Sources() {
  const { documents, others } = useLoaderData<typeof loader>();
  const { words } = useSpeech();
  return (
    <div className="page prose">
      <h1>{words.sources.title}</h1>
      <p className="lead">{words.sources.lead}</p>
      <h2>{words.sources.documents}</h2>
      {documents.map(({ id, text, href, note, findings }) => (
        <section key={id}>
          <h3 id={id}>{text}</h3>
          {href && (
            <p>
              <a href={href}>{href}</a>
            </p>
          )}
          {note && <p>{note}</p>}
          <h4>{words.sources.findings}</h4>
          <ul>
            {findings.map((finding) => (
              <li key={finding.id} id={finding.id}>
                {finding.claim} <span className="hint">({finding.place})</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{words.sources.others}</h2>
      <CitationList citations={others} />
    </div>
  );
}
