import { bullets, facts, heading } from "../blocks";
import type { Block } from "../document";
import type { MembersInput } from "./members-input";

/** How the figures came about, and what they do not say (method, section 9). */
export function methodPage({ standing, ring, content, locale }: MembersInput): Block[] {
  const { membersReport, names, report, result, ring: ringWords } = locale.messages;
  const { method: words, values } = membersReport;
  const groups = standing.values.map(({ track, modelVersion }) => values.group(names.tracks[track], modelVersion));
  return [
    heading(1, words.title),
    facts([
      [words.date, locale.date(standing.date)],
      [words.content, content.version],
      [words.questionnaires, groups.join("; ")],
      [words.coverage, words.coverageText],
      [words.names, words.namesText],
      ...(ring ? ([[words.ring, words.ringText(ringWords.rules[ring])]] as const) : []),
      [words.validation, words.validationText],
      [words.repeated, words.repeatedText],
    ]),
    heading(2, report.limitsTitle),
    // The one about regions and the one about bands speak of a comparison that this report does not make.
    ...bullets([report.limits[0] ?? "", report.selfAssessed.checked, report.limits[3] ?? ""]),
    heading(2, result.validation.title),
    ...bullets(result.validation.plan),
  ];
}
