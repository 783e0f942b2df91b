import type { ToldQuestion } from "../../core/mappe/members-standing";
import { heading, hint, lead, runs, strong } from "../blocks";
import type { Block, Runs } from "../document";
import { countText, wordsOf, type MembersInput } from "./members-input";

/** As many as one reads at a glance. */
const first = 3;

/** The first page: what most lack, how many were measured and when, and what many have. */
export function openingPage(input: MembersInput): Block[] {
  const { standing, locale } = input;
  const { opening } = locale.messages.membersReport;
  const [gap] = standing.gaps;
  return [
    heading(1, gap ? opening.title(countText(gap.low, locale), wordsOf(gap, input).missing) : opening.titleNone),
    lead(opening.lead),
    { kind: "numbers", numbers: numbersOf(input) },
    {
      kind: "columns",
      columns: [
        { title: opening.gaps, items: listed(standing.gaps, "low", input) },
        { title: opening.strengths, items: listed(standing.strengths, "inPlace", input) },
      ],
    },
    hint(opening.rule),
  ];
}

function numbersOf({ standing, locale }: MembersInput) {
  const { names, membersReport } = locale.messages;
  const { opening } = membersReport;
  const { all, begun, between, states, values } = standing;
  const done = states.reduce((sum, { state, count }) => sum + (state === "done" || state === "due-again" ? count : 0), 0);
  const [group] = values;
  const median = group?.figures.overall?.median ?? null;
  return [
    { label: opening.all, value: String(all), note: opening.done(done) },
    { label: opening.begun, value: String(begun), note: between && opening.begunNote(locale.shortDate(between[0]), locale.shortDate(between[1])) },
    { label: opening.measured, value: String(values.reduce((sum, { count }) => sum + count, 0)), note: opening.measuredNote },
    { label: opening.median, value: median === null ? "–" : String(median), note: opening.medianNote(group && values.length > 1 ? names.tracks[group.track] : null) },
  ];
} // prettier-ignore

function listed(questions: ToldQuestion[], which: "low" | "inPlace", input: MembersInput): Runs[] {
  const { opening } = input.locale.messages.membersReport;
  if (questions.length === 0) return [runs(opening.none)];
  return questions.slice(0, first).map((question) => {
    const { short, topic } = wordsOf(question, input);
    return [strong(short), { text: `\n${topic}: ${countText(question[which], input.locale)}` }];
  });
}
