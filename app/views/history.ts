import { entryOf } from "../core/entry-of";
import type { Standing } from "../core/assessment/standing";
import type { ItemChangeKind, PartedChange } from "../core/rounds/change";
import type { HistoryStep, PointValue, RoundPoint } from "../core/rounds/history";
import type { DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { leastSeen, signedText } from "./signed-text";
import { targetView } from "./target";
import { namesOf, numbered, type Names, type ViewInput } from "./view-input";

export type HistoryView = ReturnType<typeof historyView>;
export type HistoryStepView = HistoryView["steps"][number];

/** The rounds in words: values, what changed from each to the next, and how topics stand to their targets. */
export function historyView(input: Omit<ViewInput, "added">, names: Names) {
  const { report, locale } = input;
  const { points, steps, targets } = report.history;
  const { rounds } = locale.messages;
  const { history } = rounds;
  const told = steps.map((step) => stepView(step, input)).reverse();
  const joined = points.map((_, index) => (steps[index]?.incomparable.length ?? 0) === 0);
  const drawn = points.map((point, index) => {
    const [name, { isRunning }] = [rounds.name(point.number), point];
    return {
      ...{ number: point.number, name, title: isRunning ? history.runningName(name) : name, isRunning },
      ...{ day: locale.date(point.date), shortDay: isRunning ? history.running : locale.shortDate(point.date) },
      ...{ model: point.modelVersion, isJoined: joined[index] ?? true },
      ...valueView(point, locale),
    };
  });
  return {
    headline: told[0]?.headline ?? history.title,
    /** The same in sentences: from which round to which, and whether it is more than noise; null before there are two. */
    change: told[0] ? { text: `${told[0].title}: ${continued(told[0].headline)}.`, noise: told[0].noise ?? told[0].without } : null,
    chartLabel: history.chartLabel(drawn.map(({ title, value }) => history.at(title, value)).join(", ")),
    chartHint: [
      history.chartHint,
      ...(drawn.some(({ isRunning, values }) => isRunning && values.score !== null) ? [history.runningHint] : []),
    ].join(" "),
    points: drawn,
    topics: names.questionnaire.dimensions.map(({ id }) => ({
      id,
      ...{ name: names.dimension(id).name, short: names.dimension(id).short },
      points: points.map((point, index) => ({
        ...{ isRunning: point.isRunning, isJoined: joined[index] ?? true },
        ...valueView(topicAt(point, id), locale),
      })),
      goal: targets.find(({ dimension }) => dimension === id)?.value ?? null,
    })),
    /** The latest first. */
    steps: told,
    targets: targets.map((target) => ({
      id: target.dimension,
      name: names.dimension(target.dimension).name,
      ...targetView(target, locale),
    })),
  };
}

const nothing: PointValue = { score: null, lower: null, upper: null, band: null };

/** Nine answers carry no value of a topic. */
function topicAt({ depth, dimensions }: RoundPoint, id: DimensionId): PointValue {
  return (depth === "full" && dimensions.find((one) => one.id === id)) || nothing;
}

/** As printed: the number, or what it lies between. */
function valueView({ score, lower, upper, band }: PointValue, locale: Locale) {
  const whole = locale.score;
  const range = lower === null || upper === null ? "–" : whole(lower) === whole(upper) ? whole(lower) : `${whole(lower)}–${whole(upper)}`;
  return {
    values: { score, lower, upper, band },
    value: score === null ? range : whole(score),
    range,
    band: band ? `${whole(band.low)}–${whole(band.high)}` : "–",
  };
}

function stepView(step: HistoryStep, input: Omit<ViewInput, "added">) {
  const { report, content, locale } = input;
  const { messages, date } = locale;
  const { rounds } = messages;
  const { history } = rounds;
  const [from, to] = [step.from, step.to].map((number) => report.history.points[number - 1]);
  const names = namesOf({ ...input, report: { ...report, modelVersion: to?.modelVersion ?? report.modelVersion, depth: "full" } });
  const named = (item: string) => numbered(names, item, locale);
  const { overall } = step;
  const same = step.samePeople === true;
  const threshold = locale.score(step.threshold);
  const asked = step.comparable.length + step.incomparable.length + step.waiting.length;
  const items = step.items.map(({ item: id, kind, from: before, to: after }) => ({
    ...{ id, kind, name: named(id), from: standingText(before, locale), to: standingText(after, locale) },
  }));
  return {
    key: `${step.from}-${step.to}`,
    ...{ from: step.from, to: step.to },
    title: history.step(step.from, from ? date(from.date) : "", step.to, to?.isRunning ? history.running : to ? date(to.date) : ""),
    headline: headlineOf(step, to?.isRunning === true, locale),
    /** Why there are no numbers. */
    without: overall || step.waiting.length > 0 ? null : history.incomparable,
    parts: overall && partsText(overall, locale),
    /** The same without a unit. */
    bare: overall && { changed: signedText(overall.changed, locale), clarified: signedText(overall.clarified, locale) },
    values: overall && valuesOf(overall),
    isBeyondNoise: step.isBeyondNoise,
    noise: overall && (step.isBeyondNoise ? history.beyond : history.within)(threshold, same),
    compared: [
      step.incomparable.length === 0
        ? (step.waiting.length === 0 ? history.comparedAll : history.comparedSoFar)(step.comparable.length)
        : history.compared(step.comparable.length, asked, locale.names(step.incomparable.map(named))),
      ...(overall && step.incomparable.length > 0
        ? [history.values(locale.score(overall.before.lower), locale.score(overall.after.lower))]
        : []),
      ...(step.waiting.length > 0 ? [history.waiting(step.waiting.length)] : []),
    ],
    groups: kinds.flatMap((kind) => {
      const told = items.filter((one) => one.kind === kind).map((one) => history.fromTo(one.name, unbroken(one.from), unbroken(one.to)));
      return told.length > 0 ? [{ kind, title: history.kinds[kind], items: told }] : [];
    }),
    items,
    done: step.done.flatMap((id) => (content.initiatives.some((one) => one.id === id) ? [{ id, title: titleOf(id, input) }] : [])),
    topics: step.dimensions.flatMap(({ id, change }) =>
      change
        ? [
            {
              id,
              name: names.dimension(id).name,
              ...{ changed: signedText(change.changed, locale), clarified: signedText(change.clarified, locale) },
              values: valuesOf(change),
              ...surenessOf(change, !step.overlapping.includes(id), history),
            },
          ]
        : [],
    ),
  };
}

/** Whether what changed in a topic is more than noise, also in words; null where nothing changed. */
function surenessOf({ changed }: PartedChange, isSecured: boolean, { secured, notSecured }: { secured: string; notSecured: string }) {
  if (Math.abs(changed) < leastSeen) return { isSure: null, sure: null };
  return { isSure: isSecured, sure: isSecured ? secured : notSecured };
}

/** What got better stands before what got worse; both before what was only clarified. */
const kinds: ItemChangeKind[] = ["better", "worse", "answered", "opened", "applicable", "not-applicable"];

const titleOf = (id: string, { content, locale }: Omit<ViewInput, "added">) => locale.translate(entryOf(content.initiatives, id).title);

const continued = (headline: string) => headline.slice(0, 1).toLowerCase() + headline.slice(1);
const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

function headlineOf({ overall, isBeyondNoise, waiting }: HistoryStep, isRunning: boolean, { messages, points }: Locale): string {
  const { headline } = messages.rounds.history;
  const { better, worse, within } = isRunning ? headline.soFar : headline;
  if (!overall) return waiting.length > 0 ? headline.notYet : headline.none;
  if (!isBeyondNoise) return within;
  return (overall.changed > 0 ? better : worse)(points(Math.abs(overall.changed)));
}

/** Unrounded: the values on the questions that are compared, 0–100, and the two parts of what lies between them, in points. */
const valuesOf = ({ before, after, changed, clarified }: PartedChange) => ({
  ...{ before: before.lower, after: after.lower, changed, clarified },
});

function partsText({ changed, clarified, total }: PartedChange, locale: Locale) {
  const { signed } = locale.messages.rounds.history;
  const say = (value: number) => signed(signedText(value, locale));
  return { changed: say(changed), clarified: say(clarified), total: say(total) };
}

function standingText(standing: Standing, { messages }: Locale): string {
  const { standings } = messages.rounds.history;
  return typeof standing === "number" ? standings.level(standing) : standings[standing];
}
