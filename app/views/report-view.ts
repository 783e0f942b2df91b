import { answersTag } from "../core/assessment/author-text";
import { confirmedItems } from "../core/certainty/checked-spread";
import { entryOf } from "../core/entry-of";
import { daysOf } from "../core/plan/days";
import { plannedSteps } from "../core/planned-steps";
import { isAnythingKnown } from "../core/score/scored-items";
import type { Messages } from "../i18n/index";
import type { RangeRow } from "./range-row";
import { agreementView } from "./agreement";
import { certaintyView } from "./certainty";
import { comparisonView } from "./comparison";
import { decisionView, pointsWithoutPlan } from "./decision";
import { dutiesIn, dutiesView } from "./duties";
import { moneyView } from "./funding";
import { headlinesView } from "./headlines";
import { historyView } from "./history";
import { entryView, listView } from "./initiatives";
import { methodFacts } from "./method";
import { overviewView } from "./overview";
import { planView } from "./plan";
import { targetsView } from "./target";
import { topicsView } from "./topics";
import { namesOf, type Names, type ViewInput } from "./view-input";

export type ReportView = ReturnType<typeof reportView>;

/**
 * A report in words of one language: what its pages show, and every document after them. All texts and formatted
 * numbers are made here, once; whoever renders them adds nothing but layout. The large parts are made when they are first read: a
 * page shows few of them.
 */
export function reportView(input: ViewInput) {
  const { report, added, locale } = input;
  const { messages, date } = locale;
  const names = namesOf(input);
  const { authorText } = added;
  const weights = weightsText(names, input);
  const history = historyView(input, names);
  const plan = planView(input, names);
  const topics = once(() => topicsView(input, names));
  const list = once(() => listView(input, names));
  const duties = once(() => dutiesView(input, names));
  const now = () => dutiesIn(duties(), "now");
  const decision = once(() => decisionView(input, plan.planned, now()));
  const money = once(() => moneyView(input, names));
  const comparison = once(() => comparisonView(input, names));
  const agreement = once(() => agreementView(input, names));
  const certainty = once(() => certaintyView(input, names));
  const facts = once(() => methodFacts(input, weights));
  const isChecked = confirmedItems(report.items, report.answers).confirmed > 0;
  return {
    track: report.track,
    /** Its name, or what kind of organisation it is. */
    organisation: names.organisation,
    quick: report.depth === "quick",
    title: report.organisation.name ? messages.report.titleOf(report.organisation.name) : messages.report.title,
    meta: messages.report.meta(
      messages.names.tracks[report.track],
      messages.names.depths[report.depth],
      date(report.date),
      report.modelVersion,
    ),
    /** What somebody has added in their own words; `outdated` where answers have changed since. */
    written: authorText && {
      author: authorText.author,
      summary: authorText.summary,
      language: authorText.language,
      outdated: authorText.answers !== answersTag(report.answers),
    },
    weights,
    headlines: { ...headlinesView(input, names), history: history.headline },
    overview: overviewView(input, names),
    get topics() {
      return topics();
    },
    get duties() {
      return duties();
    },
    get list() {
      return list();
    },
    plan,
    get decision() {
      return decision();
    },
    /** What there is to decide all the same where the plan lacks something. */
    get pointsWithoutPlan() {
      return pointsWithoutPlan(input, plan, now());
    },
    isAnythingKnown: isAnythingKnown(report.items),
    nextSteps: report.nextSteps.map((id) => nextStep(id, input, names)),
    /** What comes after them and is looked for. */
    afterSteps: afterSteps(input, plan.planned),
    /** What stands in place of next steps: the plan lacks something, nothing is answered yet, or nothing is left to do. */
    noSteps: plan.impossible
      ? [messages.result.nextSteps.impossible(plan.impossible.join(" ")), nearestText(plan.nearest, locale)].filter(Boolean).join(" ")
      : (plan.none ?? plan.empty ?? messages.result.nextSteps.noneLeft),
    get money() {
      return money();
    },
    get comparison() {
      return comparison();
    },
    get agreement() {
      return agreement();
    },
    get certainty() {
      return certainty();
    },
    history,
    targets: targetsView(report.history.targets, plan.planned, locale, names),
    get facts() {
      return facts();
    },
    /** Whether a second person has confirmed an answer. */
    isChecked,
    limits: limitsOf(isChecked, messages.report),
    validation: messages.result.validation.plan,
  };
}

/** What a result does not say, one sentence each. */
const limitsOf = (isChecked: boolean, { limits: [meaning = "", ...others], selfAssessed }: Messages["report"]): string[] => [
  meaning,
  selfAssessed[isChecked ? "checked" : "unchecked"],
  ...others,
];

/** Makes something when it is first asked for. */
function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

function nextStep(id: string, input: ViewInput, names: Names) {
  const { report, content } = input;
  const { start, quarters, rise, lifts, duties, prerequisiteFor } = entryOf(plannedSteps(report), id);
  const entry = { initiative: entryOf(content.initiatives, id), rise, lifts, duties, prerequisiteFor: prerequisiteFor[0] ?? null };
  return entryView(entry, input, names, daysOf(report.plan.firstDay, start, quarters).start);
}

function afterSteps({ report, locale }: ViewInput, planned: ReturnType<typeof planView>["planned"]): string | null {
  const steps = (planned?.steps ?? []).filter(({ id }) => report.awaitedSteps.includes(id));
  const { after, from } = locale.messages.result.nextSteps;
  return steps.length > 0 ? after(locale.list(steps.map(({ title, days }) => from(title, locale.date(days.start))))) : null;
}

/** What could begin at once if what is missing were there. */
function nearestText(nearest: ReturnType<typeof planView>["nearest"], { messages, list }: ViewInput["locale"]): string | null {
  const first = nearest?.steps.filter(({ days }) => days.start === nearest.steps[0]?.days.start) ?? [];
  return first.length > 0 ? messages.result.nextSteps.nearest(list(first.map(({ title }) => messages.names.quoted(title)))) : null;
}

/** The weights that somebody has changed; null where they are the model's own. */
function weightsText(names: Names, { report, locale }: ViewInput): string | null {
  const own = new Map(names.questionnaire.dimensions.map(({ id, weight }) => [id, weight]));
  const changed = report.dimensions.filter(({ id, weight }) => weight !== own.get(id));
  const texts = changed.map(({ id, weight }) => locale.messages.report.weight(names.dimension(id).name, locale.weight(weight)));
  return texts.length > 0 ? texts.join(", ") : null;
}

/** The rows of a chart of the nine topics; a region adds its bands. */
export function rangeRows(view: ReportView, region: string | null): RangeRow[] {
  return view.topics.map(({ id, short, values, score, interval }) => {
    const compared = view.comparison.dimensions.find((dimension) => dimension.id === id)?.regions.find((one) => one.region === region);
    return {
      name: short,
      score: values.score,
      interval: values.lower === null || values.upper === null ? null : [values.lower, values.upper],
      text: values.score === null || interval === score ? interval : `${score} (${interval})`,
      band: compared?.band ?? null,
      bandText: compared?.bandText ?? "–",
    };
  });
}
