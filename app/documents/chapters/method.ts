import { bullets, facts, heading, paragraph } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

/** How the result came about, and what it does not say (method, section 9). */
export function methodChapter({ view, locale }: DocumentInput): Block[] {
  const { report, result } = locale.messages;
  return [
    heading(1, report.sections.method),
    facts(view.facts),
    ...(view.quick ? [] : [paragraph(view.comparison.label)]),
    heading(2, report.limitsTitle),
    ...bullets(view.limits),
    heading(2, result.validation.title),
    ...bullets(view.validation),
  ];
}
