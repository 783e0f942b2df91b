import { costsTogether, type JointMeasure } from "../../core/mappe/members-standing";
import type { Range } from "../../core/initiatives/initiative";
import { facts, heading, hint, notice, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { countText, type MembersInput } from "./members-input";

/** As many as are compared, and as many as are told in detail. */
const [compared, detailed] = [10, 5];

/** Which measures would lift many, what each costs alone, and what doing it together could save at the most. */
export function measuresPages(input: MembersInput): Block[] {
  const { standing, locale } = input;
  const { measures: words } = locale.messages.membersReport;
  if (standing.measures.length === 0) return [heading(1, words.title), paragraph(words.none)];
  const number = { share: 3.2, numeric: true };
  return [
    heading(1, words.title),
    paragraph(words.lead),
    table(
      words.table,
      [
        { title: words.measure, share: 4.5 },
        { title: words.lifts, share: 2.5 },
        ...[words.one, words.alone, words.mostSaved].map((title) => ({ ...number, title })),
      ],
      standing.measures.slice(0, compared).map((measure) => {
        const { alone, mostSaved } = costsTogether(measure);
        return [titleOf(measure, input), countText(measure.lifts, locale), ...[measure.once, alone, mostSaved].map((range) => euros(range, input))];
      }),
    ),
    notice("info", words.assumption),
    hint(words.basis),
    heading(2, words.detailsTitle),
    ...standing.measures.slice(0, detailed).flatMap((measure) => detailsOf(measure, input)),
  ];
} // prettier-ignore

function detailsOf(measure: JointMeasure, input: MembersInput): Block[] {
  const { locale } = input;
  const { translate, span } = locale;
  const { measures: words } = locale.messages.membersReport;
  const { initiative, yearly, personDays, lifts, once } = measure;
  return [
    heading(3, titleOf(measure, input)),
    facts([
      [words.what, translate(initiative.summary)],
      [words.lifts, countText(lifts, locale)],
      [words.brings, initiative.brings.map(({ text }) => translate(text)).join(" ")],
      [words.once, words.yearlyEach(euros(once, input))],
      [words.yearly, words.yearlyEach(euros(yearly, input))],
      [words.days, span(Math.round(personDays[0]), Math.round(personDays[1]))],
      [words.owner, translate(initiative.owner)],
      [words.firstSteps, initiative.firstSteps[locale.language].slice(0, 2).join(" ")],
      [words.estimate, translate(initiative.estimateBasis)],
    ]),
  ];
}

/** A mean of estimates is no exact sum: to tens, from a thousand on to hundreds. */
const rough = (euro: number): number => (euro < 1_000 ? Math.round(euro / 10) * 10 : Math.round(euro / 100) * 100);
const euros = ([low, high]: Range, { locale }: MembersInput): string => locale.euros(rough(low), rough(high));

function titleOf({ initiative, track }: JointMeasure, { standing, locale }: MembersInput): string {
  const title = locale.translate(initiative.title);
  const isMixed = new Set(standing.measures.map((one) => one.track)).size > 1;
  return isMixed ? locale.messages.membersReport.measures.forTrack(title, locale.messages.names.tracks[track]) : title;
}
