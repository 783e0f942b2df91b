import { heading, hint, lead, paragraph, table } from "../blocks";
import type { Block } from "../document";
import type { DutyView } from "../../views/duties";
import type { DocumentInput } from "../material";
import { stateOf } from "./brief-duties";

/** The duties of this organisation: those that bind now with norm, reason, state and who; then those to come or to clarify. */
export function dutiesChapter({ view, locale, cite, include }: DocumentInput): Block[] {
  const { duties: words } = locale.messages.result;
  const { groups, none, date } = view.duties;
  // The list of sources has the full name beside the number.
  const name = ({ norm }: DutyView) => (include.appendix ? norm.short : norm.link);
  return [
    heading(1, words.title),
    lead(words.lead),
    hint(date),
    ...(none ? [paragraph(`${none}.`)] : []),
    ...groups.flatMap(({ state, title, duties }) => [
      heading(2, title),
      table(
        "",
        state === "now"
          ? [
              { title: words.duty, share: 7 },
              { title: words.norm, share: 4 },
              { title: words.why, share: 4 },
              { title: words.proof, share: 3 },
              { title: words.who, share: 3 },
            ]
          : // What is to be found out is a question; of what does not apply, its answer is all that is told.
            [
              { title: words.duty, share: state === "does-not-apply" ? 6 : 9 },
              { title: words.norm, share: 4 },
              { title: words.why, share: state === "does-not-apply" ? 8 : 5 },
            ],
        duties.map((duty) => [
          [
            { text: duty.title },
            ...(state === "does-not-apply" ? [] : [{ text: `\n${duty.what}`, muted: true }]),
            ...(duty.caveat && state !== "does-not-apply" ? [{ text: `\n${duty.caveat}`, muted: true }] : []),
          ],
          [...cite({ ...duty.norm, text: name(duty), link: name(duty) }), ...(duty.since ? [{ text: `, ${duty.since}` }] : [])],
          duty.why,
          ...(state === "now" ? [stateOf(duty, locale), duty.owner] : []),
        ]),
      ),
    ]),
  ];
}
