import { bullets, facts, heading, lead, strong } from "../blocks";
import type { Block, Runs } from "../document";
import type { DocumentInput } from "../material";

/**
 * What the questions rest on, sources and words.
 * @param sourcesNamed every source that was named until it is asked, once.
 */
export function appendixChapters({ view, locale, glossary, cite }: DocumentInput, sourcesNamed: () => Runs[]): Block[] {
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
    ...bullets(sourcesNamed()),
    heading(1, glossary.title),
    lead(glossary.lead),
    facts(glossary.entries.map(({ term, meaning }) => [term, meaning])),
  ];
}
