import { bullets, heading, hint, paragraph, table } from "../blocks";
import type { Locale } from "../../i18n/index";
import type { DutyState } from "../../core/duties/find-duties";
import { dutiesIn, type DutyView } from "../../views/duties";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

const states = ["met", "open", "unasked"] as const;

/** Those that are met, not met and not asked about, as far as there are any. */
export const byState = (now: DutyView[]) =>
  states.flatMap((state) => {
    const duties = now.filter(({ isMissing, isUnasked }) => (isMissing ? "open" : isUnasked ? "unasked" : "met") === state);
    return duties.length > 0 ? [{ state, duties }] : [];
  });

/** How many duties there are of each. */
function statesOf(now: DutyView[], { messages, list }: Locale): string {
  const { duties: words } = messages.papers;
  const groups = byState(now);
  if (groups.length === 1 && groups[0]?.state === "met") return words.allMet(now.length);
  if (groups.length === 1 && groups[0]?.state === "open") return words.noneMet(now.length);
  return list(groups.map(({ state, duties }) => words[state](duties.length)));
}

/** How many duties apply today, and how far they are met. */
export const dutiesTitle = (now: DutyView[], { view, locale }: DocumentInput): string =>
  view.duties.none ?? locale.messages.papers.duties.title(now.length, statesOf(now, locale));

/** How far a duty is met, and by when the rest is due. */
export const stateOf = ({ fulfilment, until }: DutyView, { messages }: Locale): string =>
  until === null ? fulfilment : `${fulfilment}, ${messages.papers.duties.due(until)}`;

/** On one page: what applies today and how far it is met; what has to be clarified; what comes later. */
export function dutiesPage(input: DocumentInput): Block[] {
  const { view, locale, cite } = input;
  const { papers, result } = locale.messages;
  const { duties: words } = result;
  const of = (state: DutyState) => dutiesIn(view.duties, state);
  const [now, soon, unclear, ifChanged] = [of("now"), of("from-date"), of("to-clarify"), of("as-soon-as")];
  const denied = of("does-not-apply");
  const norm = (duty: (typeof now)[number]) => [
    ...cite({ ...duty.norm, text: duty.norm.short, link: duty.norm.short }),
    ...(duty.since ? [{ text: `, ${duty.since}`, muted: true }] : []),
  ];
  const named = (duty: (typeof now)[number]) => [{ text: `${duty.title}: ` }, ...norm(duty)];
  return [
    heading(1, dutiesTitle(now, input)),
    hint(view.duties.date),
    ...(now.length > 0
      ? [
          table(
            "",
            [
              { title: words.duty, share: 6 },
              { title: words.norm, share: 4 },
              { title: words.why, share: 5 },
              { title: words.proof, share: 4 },
              { title: words.who, share: 6 },
            ],
            now.map((duty) => [duty.title, norm(duty), duty.why, stateOf(duty, locale), duty.owner]),
          ),
        ]
      : []),
    ...(soon.length > 0 ? [heading(2, papers.duties.later), ...bullets(soon.map(named))] : []),
    ...(unclear.length > 0
      ? [
          heading(2, papers.duties.clarify),
          paragraph(papers.duties.clarifyLead(unclear.length)),
          ...bullets(unclear.map(({ title }) => title)),
        ]
      : []),
    ...(ifChanged.length > 0 ? [paragraph(papers.duties.asSoonAs(ifChanged.length))] : []),
    ...(denied.length > 0 ? [paragraph(papers.duties.denied(denied.length))] : []),
  ];
}
