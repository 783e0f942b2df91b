import { isDue } from "../core/duties/find-duties";
import { isUsable, type FittingFunding } from "../core/funding/find-funding";
import { daysOf } from "../core/plan/days";
import { isNothingLeft, isPlanOfNobody } from "../core/planned-steps";
import { isAnythingKnown } from "../core/score/scored-items";
import type { Report } from "../core/report";
import type { Locale } from "../i18n/index";
import { usageText } from "./overview";
import { noDutyText } from "./duties";
import type { Names, ViewInput } from "./view-input";

/** What each part of a report finds, as the title of its page. */
export function headlinesView({ report, locale }: Omit<ViewInput, "added">, names: Names) {
  const { messages, score } = locale;
  const { headlines: words, band } = messages.screen;
  const isPrinted = report.overall.score !== null && report.depth === "full";
  const rating = isPrinted ? (report.certainty.rating?.overall ?? null) : null;
  const rated = rating && ([score(rating.low), score(rating.high)] as const);
  return {
    overview: words.using(names.organisation, usageText(report.verdict.use, locale)),
    topics: topicsTitle(report, names, locale),
    duties: dutiesTitle(report, locale),
    plan: planTitle(report, locale),
    funding: fundingTitle(report.funding, locale),
    comparison: comparisonTitle(report, locale),
    certainty: rated ? words.certainty(...rated) : messages.result.certainty.title,
    documents: messages.result.parts.documents,
    initiatives: initiativesTitle(report, locale),
    /** How far experts would lie apart, in few words; null where nothing is said of it. */
    band: rated && band(...rated),
  };
}

function topicsTitle(
  { overall, dimensions, depth, items, extremes }: Report,
  names: Names,
  { messages, names: namesIn, score }: Locale,
): string {
  const words = messages.screen.headlines;
  if (depth === "quick") return words.topicsQuick;
  const open = items.filter(({ level }) => level === null).length;
  if (overall.score === null) return words.topicsOpen(open, items.length);
  const scores = dimensions.flatMap((one) => one.score ?? []);
  const [low, high] = [score(Math.min(...scores)), score(Math.max(...scores))];
  if (low === high) return messages.papers.topics.sameTitle(low);
  const { strongest, weakest } = extremes;
  if (strongest.length + weakest.length === 0) return messages.papers.topics.title(low, high);
  const short = (ids: typeof strongest) => namesIn(ids.map((id) => names.dimension(id).short));
  return words.topics(short(strongest), short(weakest));
}

function dutiesTitle(report: Report, locale: Locale): string {
  const words = locale.messages.screen.headlines;
  const now = report.duties.filter(({ state }) => state === "now");
  const none = noDutyText(report, locale);
  if (none) return none;
  const [title, open] = [words.duties(now.length), now.filter(isDue).length];
  // What no question asks about is neither open nor in place.
  const unasked = now.filter(({ fulfilment }) => fulfilment === "not-asked").length;
  return open > 0 ? words.dutiesOpen(title, open, now.length) : words.dutiesMet(title, unasked);
}

function initiativesTitle({ list, items }: Report, { messages }: Locale): string {
  const words = messages.screen.headlines;
  if (list.entries.length === 0) return messages.result.list.title;
  // Of whom nothing is known, nobody can say what helps.
  return isAnythingKnown(items) ? words.initiatives(list.entries.length) : words.initiativesOpen(list.entries.length);
}

function planTitle(report: Report, { messages, score, date }: Locale): string {
  const words = messages.screen.headlines;
  const { plan } = report;
  if (isNothingLeft(report)) return words.planOver;
  if (isPlanOfNobody(report)) return words.planEmpty;
  if (plan.status === "impossible") return messages.result.plan.impossible;
  if (plan.steps.length === 0) return words.planEmpty;
  const quarters = Math.max(...plan.steps.map(({ start, quarters: own }) => start + own));
  const end = date(daysOf(plan.firstDay, 0, quarters).end.slice(0, 7));
  const [before, after] = [score(plan.score.before), score(plan.score.after)];
  return before === after ? words.planOpen(plan.steps.length, end) : words.plan(plan.steps.length, end, before, after);
}

function fundingTitle(funding: FittingFunding[], { messages }: Locale): string {
  const words = messages.screen.headlines;
  const open = funding.filter(({ state }) => isUsable(state)).length;
  return open === 0 ? words.fundingNone : words.funding(open);
}

function comparisonTitle({ depth, benchmark }: Report, { messages }: Locale): string {
  if (depth === "quick") return messages.result.comparison.title;
  const words = messages.screen.headlines;
  const counted = (["above", "within", "below"] as const).map((position) => ({
    position: messages.result.comparison.positions[position],
    count: benchmark.filter((one) => one.position === position).length,
  }));
  const told = counted.filter(({ count }) => count > 0).map(({ position, count }) => words.times(count, position));
  if (told.length > 0) return words.comparison(told.join(", "));
  return benchmark.some(({ position }) => position === "unclear") ? words.comparisonUnclear : words.comparisonNone;
}
