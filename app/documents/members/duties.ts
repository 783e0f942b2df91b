import { lawAsOf } from "../../views/citations";
import { heading, hint, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { countText, type MembersInput } from "./members-input";

/** How many a duty binds today without full evidence, and for how many that is still to be clarified. */
export function dutiesPage({ standing, content, locale }: MembersInput): Block[] {
  const { duties: words } = locale.messages.membersReport;
  const law = hint(words.law(locale.date(lawAsOf(content, standing.date))));
  if (standing.duties.length === 0) return [heading(1, words.title), paragraph(words.none), law];
  const isMixed = new Set(standing.duties.map(({ track }) => track)).size > 1;
  const { names } = locale.messages;
  return [
    heading(1, words.title),
    paragraph(words.lead),
    table(
      "",
      [
        { title: words.duty, share: 6 },
        { title: words.due, share: 3 },
        { title: words.toClarify, share: 3 },
      ],
      standing.duties.map(({ duty, track, due, toClarify }) => [
        `${locale.translate(duty.title)}${isMixed ? ` (${names.tracks[track]})` : ""}`,
        countText(due, locale),
        countText(toClarify, locale),
      ]),
    ),
    law,
  ];
}
