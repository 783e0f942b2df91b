import { modelOf, type Content } from "../content";
import type { Duty } from "../duties/duty";
import { isDue } from "../duties/find-duties";
import type { Initiative, Range } from "../initiatives/initiative";
import { meanRange, rangeFor, type When } from "../initiatives/middle";
import { fewestValues, figuresOf, ringValuesOf, type RingFigures, type RingSetting } from "../ring/ring";
import { dimensionIds, tracks, type DimensionId, type Track } from "../vocabulary";
import { byQuestionnaire } from "./by-questionnaire";
import { askedLevels, begun, commonMeasures, questionCounts, type QuestionCount } from "./common-gaps";
import type { PortfolioRow } from "./portfolio";
import type { ProgressState } from "./progress-state";
import { progressStates } from "./progress-state";
import { rowDuties } from "./row-duties";
import { shownCount, shownShare, type ShownCount } from "./shown-count";

/** Figures over those who have answered the same questionnaire. `publishedOn`: of a ring's figures, ISO day; null: of today. */
export type ValueGroup = { track: Track; modelVersion: string; count: number; figures: RingFigures; publishedOn: string | null };

/** A question with its counts, as far as they may be told. */
export type ToldQuestion = Pick<QuestionCount, "track" | "modelVersion" | "dimension" | "item"> &
  Record<"low" | "open" | "inPlace", ShownCount>;

/** A measure that would lift several. Of one organisation, the mean over the sizes of those there are: euros, and person-days once. */
export type JointMeasure = { initiative: Initiative; track: Track; lifts: ShownCount; once: Range; yearly: Range; personDays: Range };

/** How many a duty binds today without full evidence, and for how many an answer would first have to decide. */
export type DutyCount = { duty: Duty; track: Track; due: ShownCount; toClarify: ShownCount };

/** How many have answered everything that they were asked about a topic, some of it, nothing. */
export type TopicProgress = { id: DimensionId; complete: number; partly: number; none: number };

/**
 * Where the members of a Mappe stand together, for people outside it: it names nobody and holds nobody's values. Days are ISO
 * dates, months `2026-11`.
 */
export type MembersStanding = {
  date: string;
  all: number;
  begun: number;
  states: { state: ProgressState; count: number }[];
  /** From when to when those who have begun last changed something; null where nobody has. */
  between: readonly [first: string, last: string] | null;
  topics: TopicProgress[];
  dueAgain: number;
  dueMonths: { month: string; count: number }[];
  values: ValueGroup[];
  questions: ToldQuestion[];
  gaps: ToldQuestion[];
  strengths: ToldQuestion[];
  measures: JointMeasure[];
  duties: DutyCount[];
};

/** A ring that somebody has joined, with the figures that it shows today. */
export type PublishedRing = { setting: RingSetting; figures: RingFigures; publishedOn: string | null; count: number };

type Input = { rows: readonly PortfolioRow[]; ring: PublishedRing | null; today: string };

/** From so many organisations that have begun on, there is such a report: fewer could be told apart. */
export const fewestInReport = fewestValues;

/** @param ring where there is one, its published figures stand in place of others over the same questionnaire. */
export function membersStanding(
  { rows, ring, today }: Input,
  content: Pick<Content, "models" | "initiatives" | "duties">,
): MembersStanding {
  const those = begun(rows);
  const days = those.map(({ changedOn }) => changedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  const questions = questionCounts(rows, content).flatMap((count) => toldOf(count));
  return {
    ...{ date: today, all: rows.length, begun: those.length },
    states: progressStates.map((state) => ({ state, count: rows.filter((row) => row.state === state).length })),
    between: first !== undefined && last !== undefined ? [first, last] : null,
    topics: topicProgress(those, content),
    ...dueOf(rows, today),
    values: valuesOf(rows, ring),
    questions,
    gaps: mostOf(questions, "low"),
    strengths: mostOf(questions, "inPlace"),
    measures: jointMeasures(those, content, today),
    duties: tracks.flatMap((track) => dutiesOf(those, track, content, today)),
  };
}

function toldOf({ track, modelVersion, dimension, item, low, open, inPlace, applicable }: QuestionCount): ToldQuestion[] {
  const [toldLow, toldOpen, toldInPlace] = [low, open, inPlace].map((count) => shownCount(count, applicable));
  if (!toldLow || !toldOpen || !toldInPlace) return [];
  return [{ track, modelVersion, dimension, item, low: toldLow, open: toldOpen, inPlace: toldInPlace }];
}

/** What three or more have in common, by the share of those to whom the question applies. */
const mostOf = (questions: ToldQuestion[], which: "low" | "inPlace"): ToldQuestion[] =>
  questions.filter((question) => question[which].kind !== "fewer-than").sort((a, b) => shownShare(b[which]) - shownShare(a[which]));

function topicProgress(rows: readonly PortfolioRow[], content: Pick<Content, "models">): TopicProgress[] {
  const standings = rows.map((row) => ({ row, levels: askedLevels(row, content) }));
  return dimensionIds.map((id) => {
    const progress = { id, complete: 0, partly: 0, none: 0 };
    for (const { row, levels } of standings) {
      const items = modelOf(content, row).dimensions.find((dimension) => dimension.id === id)?.items ?? [];
      const asked = items.flatMap((item) => levels.get(item.id) ?? []);
      const open = asked.filter((level) => level === "open").length;
      progress[open === 0 ? "complete" : open < asked.length ? "partly" : "none"] += 1;
    }
    return progress;
  });
}

function dueOf(rows: readonly PortfolioRow[], today: string): Pick<MembersStanding, "dueAgain" | "dueMonths"> {
  const months = new Map<string, number>();
  const days = rows.flatMap(({ due }) => due ?? []);
  for (const day of days.filter((due) => due > today).sort())
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  return {
    dueAgain: days.filter((due) => due <= today).length,
    dueMonths: [...months].map(([month, count]) => ({ month, count })),
  };
} // prettier-ignore

/** Over each questionnaire by itself; the larger group first. */
function valuesOf(rows: readonly PortfolioRow[], ring: PublishedRing | null): ValueGroup[] {
  const isOfRing = ({ track, modelVersion }: Pick<RingSetting, "track" | "modelVersion">) => track === ring?.setting.track && modelVersion === ring.setting.modelVersion;
  const own = byQuestionnaire(rows)
    .filter((group) => !isOfRing(group))
    .map(({ track, modelVersion, rows: those }): ValueGroup => {
      const values = those.flatMap((row) => ringValuesOf(row, { rule: "anonymous", track, modelVersion }) ?? []);
      return { track, modelVersion, count: values.length, figures: figuresOf(values), publishedOn: null };
    });
  const { setting, figures, publishedOn, count } = ring ?? {};
  const ofRing = setting && figures ? [{ ...{ track: setting.track, modelVersion: setting.modelVersion }, figures }] : [];
  return [...ofRing.map((one) => ({ ...one, count: count ?? 0, publishedOn: publishedOn ?? null })), ...own].sort((a, b) => b.count - a.count);
} // prettier-ignore

function jointMeasures(rows: readonly PortfolioRow[], content: Pick<Content, "models" | "initiatives" | "duties">, today: string): JointMeasure[] {
  return tracks
    .flatMap((track) => {
      const ofTrack = rows.filter((row) => row.track === track);
      return commonMeasures(ofTrack, content, today).flatMap(({ initiative, lifts, of }) => {
        const told = shownCount(lifts, of);
        if (!told || told.kind === "fewer-than") return [];
        const { costEuro, effortPersonDays } = initiative;
        const mean = (amounts: typeof costEuro, when: When) =>
          meanRange(ofTrack.map(({ organisation }) => rangeFor(amounts, when, track, organisation.sizeClass ?? null)));
        const costs = { once: mean(costEuro, "once"), yearly: mean(costEuro, "yearly"), personDays: mean(effortPersonDays, "once") };
        return [{ initiative, track, lifts: told, ...costs }];
      });
    })
    .sort((a, b) => shownShare(b.lifts) - shownShare(a.lifts));
} // prettier-ignore

/**
 * What a measure costs where each does it alone, and what of that several could save together at the most: as if everything that
 * it costs once were needed once only. Euros.
 */
export function costsTogether({ lifts: { count }, once: [low, high] }: Pick<JointMeasure, "lifts" | "once">): { alone: Range; mostSaved: Range } {
  return { alone: [low * count, high * count], mostSaved: [low * (count - 1), high * (count - 1)] };
} // prettier-ignore

function dutiesOf(rows: readonly PortfolioRow[], track: Track, content: Pick<Content, "models" | "duties">, today: string): DutyCount[] {
  const all = rows.filter((row) => row.track === track).map((row) => rowDuties(row, content, today));
  const count = (id: string, holds: (duty: (typeof all)[number][number]) => boolean) =>
    shownCount(all.filter((duties) => duties.some((one) => one.duty.id === id && holds(one))).length, all.length);
  return content.duties
    .flatMap((duty) => {
      const [due, toClarify] = [count(duty.id, isDue), count(duty.id, ({ state }) => state === "to-clarify")];
      const isTold = [due, toClarify].some((one) => one && one.kind !== "fewer-than");
      return due && toClarify && isTold ? [{ duty, track, due, toClarify }] : [];
    })
    .sort((a, b) => shownShare(b.due) - shownShare(a.due) || shownShare(b.toClarify) - shownShare(a.toClarify));
}
