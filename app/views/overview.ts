import { expectedText } from "./certainty";
import { isUnknown, type Answer } from "../core/assessment/answer";
import type { Report } from "../core/report";
import { languages } from "../core/vocabulary";
import { useItem } from "../core/verdict";
import { isAnythingKnown } from "../core/score/scored-items";
import { localeOf, type Locale } from "../i18n/index";
import { evidenceText } from "./evidence";
import { namesOf, numbered, type Names, type ViewInput } from "./view-input";
import { anchorText } from "./anchor-text";

/** Where the organisation stands, in one true sentence, one number and what it rests on. */
export function overviewView({ report, content, locale }: Omit<ViewInput, "added">, names: Names) {
  const { messages, score } = locale;
  const { result } = messages;
  const { overall, items, extremes } = report;
  const answered = items.filter(({ level }) => level !== null).length;
  const short = (id: Report["dimensions"][number]["id"]) => {
    const { coverage } = report.dimensions.find((one) => one.id === id) ?? { coverage: null };
    const isOpen = coverage !== null && coverage < 2 / 3 - 1e-9;
    return isOpen ? `${names.dimension(id).short} (${result.isOpen})` : names.dimension(id).short;
  };
  const isPrinted = overall.score !== null && report.depth === "full";
  const stage = stageText(overall.stage, overall.coverage, names, locale);
  const secured = stageText(overall.securedStage, overall.coverage, names, locale);
  const named = (ids: typeof extremes.strongest) => (isPrinted && ids.length > 0 ? locale.names(ids.map(short), true) : null);
  const [strongest, weakest] = [named(extremes.strongest), named(extremes.weakest)];
  const bottleneck = bottleneckText(report, names, locale);
  const stages: [string, string | null][] = [
    [result.securedStage, secured && [secured, securedText(report, locale)].filter(Boolean).join("; ")],
    [result.stage, stage],
  ];
  return {
    verdict: verdictText(report, content, locale),
    /** Its beginning alone: what follows of it stands beside it. */
    usage: isAnythingKnown(items)
      ? result.verdict.using(names.organisation, usageText(report.verdict.use, locale), null)
      : verdictText(report, content, locale),
    value: valueText(report, locale),
    values: { score: overall.score, lower: overall.lower, upper: overall.upper },
    meaning: result.value.meaning,
    band: bandText(report, locale),
    stage,
    secured,
    strongest,
    weakest,
    bottleneck,
    stages: said(stages),
    /** What else is said of the whole, as on a fact sheet: only what there is. */
    facts: said([
      ...stages,
      [result.bottleneck, bottleneck],
      [result.strongest, strongest],
      [result.weakest, weakest],
      [messages.report.coverage, result.coverage(answered, items.length)],
    ]),
    strengths: report.verdict.strengths.map((item) => sideOf(item, report, names, locale)),
    /** What stands in their place where there are none: of what nobody knows it is not said that it is not there. */
    noStrengths: result.noStrengths(isAnythingKnown(items)),
    gaps: report.verdict.gaps.map(({ item }) => sideOf(item, report, names, locale)),
    gapsTitle: gapsTitle(
      report.verdict.gaps.map(({ open }) => open),
      locale,
    ),
    quick: quickView(report, names, locale),
    contradictions: report.contradictions.map(({ id, between }) => ({
      id,
      text: names.questionnaire.text[locale.language].contradictions[id] ?? "",
      items: between.flatMap((statement) => ("item" in statement ? [statement.item] : [])),
    })),
    score: overall.score === null ? null : score(overall.score),
  };
}

const said = (facts: [string, string | null][]) => facts.flatMap(([term, text]) => (text ? [{ term, text }] : []));

/** A question as one side of the result: what the answer says, and what proves it. */
function sideOf(item: string, { answers, items }: Report, names: Names, locale: Locale) {
  const level = items.find(({ id }) => id === item)?.level ?? null;
  return {
    id: item,
    name: names.item(item).short,
    title: numbered(names, item, locale),
    text:
      level === null ? unclearText(names.item(item).unknown, locale)
      : (isEither(item, level, names) && notYetText(names.item(item).missing, locale)) || anchorText(names.item(item).anchors, level, locale), // prettier-ignore
    evidence: evidenceText(answers[item], locale),
  };
}

/** Whether the answer also fits who has no AI, or no aims: whoever has them would read that they have none. */
const isEither = (item: string, level: number, { questionnaire: { dimensions } }: Names) =>
  level === 0 &&
  (item === "strategy-review" || dimensions.some(({ items }) => items.some(({ id, presupposesUse }) => id === item && presupposesUse)));

const notYetText = (what: string | undefined, { messages: { result } }: Locale) => what && result.verdict.notYet(what);

const unclearText = (what: string | undefined, { messages: { result } }: Locale) => (what ? result.unclearWhat(what) : result.unclear);

/** What nobody knows is not missing yet. */
function gapsTitle(isOpen: readonly boolean[], { messages }: Locale): string {
  const { gaps } = messages.result;
  return !isOpen.includes(true) ? gaps.missing : isOpen.includes(false) ? gaps.both : gaps.open;
}

/** As many words as a sentence has that is read at once; the name counts as one. */
const verdictWords = 30;

/**
 * The sentence about an organisation, each word of it from an answer: the last strengths and gaps are left out where it would be too
 * long in any language, so that all of them say the same.
 */
export function verdictText(report: Report, content: ViewInput["content"], locale: Locale): string {
  const { verdict, items, answers } = report;
  if (!isAnythingKnown(items))
    return nothingKnown(
      items.map(({ id }) => answers[id]),
      locale,
    );
  const named = (own: Locale) => namesOf({ report, content, locale: own });
  const isShort = (said: Report["verdict"], names: Names, own: Locale) =>
    sentencesOf(said, names, own).replace(names.organisation, "x").split(" ").length <= verdictWords;
  const all = languages.map(localeOf).map((own) => ({ own, names: named(own) }));
  let { gaps } = verdict;
  // That AI is part of everyday work is what the verb says.
  const isSaid = verdict.use.kind === "rank" && verdict.use.rank >= 3;
  let strengths = verdict.strengths.filter((item) => !isSaid || item !== useItem);
  for (;;) {
    const said = { ...verdict, strengths, gaps };
    if (Math.max(strengths.length, gaps.length) <= 1 || all.every(({ own, names }) => isShort(said, names, own)))
      return sentencesOf(said, named(locale), locale);
    if (strengths.length > gaps.length) strengths = strengths.slice(0, -1);
    else gaps = gaps.slice(0, -1);
  }
}

/** Who says of a question that nobody knows has answered it. */
function nothingKnown(answers: (Answer | undefined)[], { messages }: Locale): string {
  const { nothing, onlyUnknown } = messages.result.verdict;
  return answers.some(isUnknown) ? onlyUnknown : nothing;
}

function sentencesOf(verdict: Report["verdict"], names: Names, locale: Locale): string {
  const { verdict: words, topic } = locale.messages.result;
  const { use } = verdict;
  const verb = usageText(use, locale);
  const phrase = (item: string, kind: "have" | "missing" | "unknown") => names.item(item)[kind] ?? names.item(item).short;
  const strengths = verdict.strengths.length > 0 ? locale.names(verdict.strengths.map((item) => phrase(item, "have"))) : null;
  // Names of questions, where a questionnaire has no words for it, cannot be declined.
  const isPhrase = verdict.strengths.every((item) => names.item(item).have !== undefined);
  const lacking = verdict.gaps.filter(({ open }) => !open);
  const missing = lacking.map(({ item }) => phrase(item, "missing"));
  // What nothing waits for keeps nobody from using AI.
  const isNeeded = lacking.every(({ needed }) => needed);
  const goal = words.goals[use.kind === "rank" ? use.rank : 0] ?? null;
  const unknown = verdict.gaps.filter(({ open }) => open).map(({ item }) => phrase(item, "unknown"));
  const isRun = use.kind === "rank" && use.rank > 0;
  return [
    strengths && isPhrase && !isRun
      ? words.beginning(names.organisation, verb, strengths)
      : words.using(names.organisation, verb, isPhrase ? strengths : null),
    ...(strengths && !isPhrase ? [`${topic.inPlace}: ${strengths}.`] : []),
    ...(missing.length > 0 ? [isNeeded ? words.missing(goal, locale.names(missing)) : words.notYet(locale.names(missing))] : []),
    ...(unknown.length > 0 ? [words.unknown(locale.names(unknown))] : []),
  ].join(" ");
}

/** How AI is used, as the verb of a sentence. */
export function usageText(use: Report["verdict"]["use"], { messages }: Locale): string {
  const { uses, unmanaged, unknownUse } = messages.result.verdict;
  return use.kind === "rank" ? (uses[use.rank] ?? "") : use.kind === "unmanaged" ? unmanaged : unknownUse;
}

/** The one number in one of its three forms (method, section 3), and what stands after it. */
export function valueText(
  { overall, items }: Pick<Report, "overall" | "items">,
  { messages, score }: Locale,
): { text: string; range: string | null } {
  const { value } = messages.result;
  if (overall.lower === null || overall.upper === null) return { text: value.none, range: null };
  const open = items.filter(({ level }) => level === null).length;
  const [low, high] = [score(overall.lower), score(overall.upper)];
  if (overall.score === null) return { text: value.between(low, high), range: value.tooOpen(open, items.length) };
  return open === 0 ? { text: value.exact(low), range: null } : { text: value.atLeast(low), range: value.atMost(high, open) };
}

/** What of the value follows its first half, with what joins the two: each may be a sentence of its own. */
export function afterValue({ text, range }: ReturnType<typeof valueText>): string {
  if (range === null) return "";
  return text.endsWith(".") ? ` ${range}` : ` – ${range}`;
}

function bandText({ certainty, overall }: Report, { messages, score }: Locale): string | null {
  if (!certainty.rating || overall.score === null) return null;
  const { low, high } = certainty.rating.overall;
  return messages.result.certainty.band(score(low), score(high));
}

function stageText(stage: number | null, coverage: number, names: Names, { messages }: Locale): string | null {
  if (stage === null) return null;
  // More than nothing is no news.
  return stage > 0 && coverage < 1 - 1e-9 ? messages.result.stageAtLeast(names.stage(stage)) : names.stage(stage);
}

const [stableFrom, likelyFrom] = [90, 67];

function securedText({ certainty, overall }: Report, { messages }: Locale): string | null {
  if (!certainty.rating || overall.securedStage === null) return null;
  const { share, other } = certainty.rating.secured;
  const whole = Math.round(100 * share);
  const { secured } = messages.result;
  const text = (whole >= stableFrom ? secured.stable : whole >= likelyFrom ? secured.likely : secured.borderline)(String(whole));
  return other ? `${text}; ${secured.other(other.stage, String(Math.round(100 * other.share)))}` : text;
}

function bottleneckText({ overall, depth }: Report, names: Names, { messages, names: namesIn }: Locale): string | null {
  const { result } = messages;
  // At the lowest stage everything holds everything back.
  if (!overall.stage || overall.securedStage === null || depth === "quick") return null;
  const of = (kind: "low" | "open") =>
    overall.bottleneck.filter((one) => one.kind === kind).map(({ dimension }) => names.dimension(dimension).short);
  const [low, open] = [of("low"), of("open")];
  if (low.length + open.length === 0) return result.noBottleneck;
  return [
    ...(low.length > 0 ? [result.bottleneckLow(namesIn(low, true))] : []),
    ...(open.length > 0 ? [result.bottleneckOpen(namesIn(open, low.length === 0))] : []),
  ].join("; ");
}

/** Only what nine answers can carry (method, section 4). */
function quickView(report: Report, names: Names, locale: Locale): { expected: string | null; sentences: string[] } | null {
  const { quick } = report.certainty;
  if (!quick) return null;
  const words = locale.messages.result.quick;
  return {
    expected: expectedText(report, locale),
    sentences: [
      ...(quick.verdict ? [words[quick.verdict]] : []),
      ...quick.holdingBack.map(({ item, level }) => words.holdingBack(names.item(item).short, level)),
    ],
  };
}
