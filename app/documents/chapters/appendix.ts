import { citeSource, type Citation } from "../../views/citations";
import { bullets, facts, heading, lead, strong } from "../blocks";
import type { Block, Runs } from "../document";
import type { DocumentInput } from "../material";

/** What the questions rest on, sources and words. Nothing where the reader left the appendix out. */
export function appendixChapters(material: DocumentInput): Block[] {
  const { include, view, locale, glossary, cite } = material;
  if (!include.appendix) return [];
  const { document } = locale.messages;
  return [
    heading(1, document.questionSources),
    lead(document.questionSourcesLead),
    ...view.topics.flatMap(({ name, questions }) => [
      heading(2, name),
      ...bullets(
        questions.flatMap(({ number, sources }) =>
          sources.map((source): Runs => [strong(`${locale.messages.report.question} ${number}: `), ...cite(source)]),
        ),
      ),
    ]),
    heading(1, document.sourcesTitle),
    lead(document.sourcesLead),
    ...bullets(citationsOf(material).map(cite)),
    heading(1, glossary.title),
    lead(glossary.lead),
    facts(glossary.entries.map(({ term, meaning }) => [term, meaning])),
  ];
}

/** Every document that the report names, once, in the order of the alphabet. */
function citationsOf({ view, content, locale }: DocumentInput): Citation[] {
  const all = [
    ...content.regions.map(({ source }) => citeSource(source, content, locale)),
    ...view.list.entries.flatMap(({ sources, references, law }) => [...sources, ...references.map(({ source }) => source), ...law]),
  ];
  const once = new Map(all.map((citation) => [citation.text, citation]));
  return [...once.values()].sort((a, b) => locale.collator.compare(a.text, b.text));
}
