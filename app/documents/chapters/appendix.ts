import { citeSource, type Citation } from "../citations";
import { bullets, facts, heading, lead, strong } from "../blocks";
import type { Block, Words } from "../document";
import type { Material } from "../material";

/** What the questions rest on, sources and words. Nothing where the reader left the appendix out. */
export function appendixChapters(material: Material): Block[] {
  const { include, view, speech, glossary, cite } = material;
  if (!include.appendix) return [];
  const { document } = speech.words;
  return [
    heading(1, document.questionSources),
    lead(document.questionSourcesLead),
    ...view.dimensions.flatMap(({ name, questions }) => [
      heading(2, name),
      ...bullets(
        questions.flatMap(({ number, sources }) =>
          sources.map((source): Words => [strong(`${speech.words.report.question} ${number}: `), ...cite(source)]),
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
function citationsOf({ view, content, speech }: Material): Citation[] {
  const all = [
    ...content.regions.map(({ source }) => citeSource(source, content, speech)),
    ...view.initiatives.flatMap(({ sources, references, law }) => [...sources, ...references.map(({ source }) => source), ...law]),
  ];
  const once = new Map(all.map((citation) => [citation.text, citation]));
  return [...once.values()].sort((a, b) => speech.collator.compare(a.text, b.text));
}
