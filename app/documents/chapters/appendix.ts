import { citeSource, type Citation } from "../citations";
import { bullets, facts, heading, lead } from "../blocks";
import type { Block } from "../document";
import type { Material } from "../material";

/** Sources and words. Nothing where the reader left the appendix out. */
export function appendixChapters(material: Material): Block[] {
  const { include, speech, glossary, cite } = material;
  if (!include.appendix) return [];
  const { document } = speech.words;
  return [
    heading(1, document.sourcesTitle),
    lead(document.sourcesLead),
    ...bullets(citationsOf(material).map((citation) => [cite(citation)])),
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
