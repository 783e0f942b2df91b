import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../views/citations";
import { allSourceRefs } from "../core/content";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.sources.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { content } = context;
  const locale = localeFor(request);
  const { translate, collator, messages } = locale;
  const others = allSourceRefs(content)
    .filter((ref) => typeof ref !== "string")
    .map((ref) => citeSource(ref, content, locale));
  const unique = [...new Map(others.map((citation) => [citation.text + (citation.href ?? ""), citation])).values()];
  return {
    documents: content.sources.map((source) => ({
      id: source.id,
      ...citeSource(source.id, content, locale),
      note: source.note ? translate(source.note) : null,
      findings: content.findings
        .filter((finding) => finding.source === source.id)
        .map((finding) => ({
          id: finding.id,
          claim: translate(finding.claim),
          whyNotAsked: finding.whyNotAsked ? translate(finding.whyNotAsked) : null,
          place:
            "heading" in finding.section
              ? messages.names.sectionHeading(finding.section.heading)
              : messages.names.sectionParagraph(finding.section.paragraph),
        })),
    })),
    notFound: content.notFound.map(({ id, what, looked }) => ({ id, what: translate(what), looked: translate(looked) })),
    others: unique.sort((a, b) => collator.compare(a.text, b.text)),
  };
}

export default function Sources() {
  const { documents, notFound, others } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  return (
    <div className="page prose">
      <h1>{messages.sources.title}</h1>
      <p className="lead">{messages.sources.lead}</p>
      <h2>{messages.sources.documents}</h2>
      {documents.map(({ id, text, href, note, findings }) => (
        <section key={id}>
          <h3 id={id}>{text}</h3>
          {href && (
            <p>
              <a href={href}>{href}</a>
            </p>
          )}
          {note && <p>{note}</p>}
          <h4>{messages.sources.findings}</h4>
          <ul>
            {findings.map((finding) => (
              <li key={finding.id} id={finding.id}>
                {finding.claim} <span className="hint">({finding.place})</span> {finding.whyNotAsked}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2 id="not-found">{messages.sources.notFound}</h2>
      <p>{messages.sources.notFoundIntro}</p>
      <dl>
        {notFound.map(({ id, what, looked }) => (
          <Fragment key={id}>
            <dt id={id}>{what}</dt>
            <dd>{looked}</dd>
          </Fragment>
        ))}
      </dl>
      <h2>{messages.sources.others}</h2>
      <CitationList citations={others} />
    </div>
  );
}
