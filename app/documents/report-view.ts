import type { RangeRow } from "../components/charts/range-chart";
import { citeFinding, citeLaw, citeSource, type Citation } from "./citations";
import type { Answer } from "../core/answers/answer";
import { isAnswered } from "../core/answers/progress";
import type { Content } from "../core/content";
import type { Funding } from "../core/initiatives/funding";
import type { Initiative } from "../core/initiatives/initiative";
import type { Recommendation } from "../core/initiatives/recommend";
import { askedItems } from "../core/questionnaire/questionnaire";
import type { Report } from "../core/report/report";
import { markOf } from "../core/report/report-words";
import type { DimensionId, SizeClass, Track } from "../core/vocabulary";
import type { Speech } from "../i18n";
import { cohortText } from "./peers-view";
import type { ReportData } from "./report-data";

export type ReportView = ReturnType<typeof reportView>;
/** A share below this says nothing worth printing beside an initiative. */
const shownStability = 0.05;

export type DimensionView = ReportView["dimensions"][number];
export type InitiativeView = ReturnType<typeof initiativeView>;

/**
 * A report in words of one language: what the page shows, and every document after it. All texts and formatted
 * numbers are made here, once; whoever renders it adds nothing but layout.
 */
export function reportView(
  { report, simulation, peers, words: written }: Pick<ReportData, "report"> & Partial<ReportData>,
  content: Content,
  speech: Speech,
) {
  const { words, say, score, date, percent, list } = speech;
  const questionnaire = content.questionnaires[report.track];
  const text = questionnaire.text[speech.language];
  const nameOf = (id: DimensionId) => text.dimensions[id]?.name ?? id;
  const shortOf = (item: string) => text.items[item]?.short ?? item;
  const { overall } = report;
  const numbers = new Map(
    questionnaire.dimensions.flatMap((dimension) => askedItems(dimension, report.depth)).map(({ id }, index) => [id, index + 1]),
  );
  const stageName = (stage: number) => words.names.stage(stage, words.names.stages[stage] ?? "");
  const interval = (lower: number | null, upper: number | null) =>
    lower === null || upper === null ? "–" : lower === upper ? score(lower) : `${score(lower)}–${score(upper)}`;

  const likely = (band: { low: number; high: number } | null) => band && words.uncertainty.rangeInline(score(band.low), score(band.high));

  const initiatives = report.recommended.map((recommendation) => recommendationView(recommendation));

  function recommendationView({ initiative, gain, lifts }: Recommendation) {
    return {
      ...initiativeView(initiative, report.track, report.organisation.sizeClass ?? null, content, speech),
      gain: words.report.gain(speech.points(gain)),
      gainLong: words.report.gainLong(speech.points(gain)),
      stability: stabilityOf(initiative.id),
      why: lifts.map(({ item, from, to, open }) =>
        open ? words.report.liftsOpen(shortOf(item), to) : words.report.lifts(shortOf(item), from, to),
      ),
      lifted: [...new Set(lifts.map(({ item }) => dimensionOf(item)))],
      funding: fittingFunding(initiative, report, content).map((programme) => fundingLine(programme, speech)),
    };
  }

  function stabilityOf(id: string): string | null {
    const share = simulation?.stability.find((one) => one.id === id)?.share;
    return share === undefined || share < shownStability ? null : words.uncertainty.stability(percent(share));
  }

  function dimensionOf(item: string): DimensionId | undefined {
    return questionnaire.dimensions.find(({ items }) => items.some(({ id }) => id === item))?.id;
  }

  const dimensions = report.dimensions.map((dimension) => {
    const items = questionnaire.dimensions.filter(({ id }) => id === dimension.id).flatMap((one) => askedItems(one, report.depth));
    return {
      id: dimension.id,
      name: nameOf(dimension.id),
      weight: dimension.weight,
      short: text.dimensions[dimension.id]?.short ?? dimension.id,
      about: text.dimensions[dimension.id]?.about ?? "",
      gate: dimension.gate,
      /** Unrounded, for charts only. */
      values: { score: dimension.score, lower: dimension.lower, upper: dimension.upper },
      score: dimension.score === null ? words.report.noValue : score(dimension.score),
      interval: interval(dimension.lower, dimension.upper),
      likely: likely(simulation?.dimensions.find(({ id }) => id === dimension.id) ?? null),
      comment: written?.comments[dimension.id] ?? null,
      stage: dimension.stage === null ? null : stageName(dimension.stage),
      meaning: dimension.stage === null ? null : (text.dimensions[dimension.id]?.stages[dimension.stage] ?? null),
      reason: dimension.reason && words.names.reasons[dimension.reason],
      answered: words.report.coverageText(dimension.answered, dimension.applicable),
      questions: items.map(({ id }) => {
        const answer = report.answers[id];
        const grounds = questionnaire.sources[id];
        return {
          id,
          number: numbers.get(id) ?? 0,
          question: text.items[id]?.question ?? id,
          answer: answerText(answer, text.items[id]?.anchors ?? []),
          evidence: evidenceText(answer),
          note: answer?.note ?? null,
          sources: [
            ...(grounds?.findings ?? []).map((finding) => citeFinding(finding, content, speech)),
            ...(grounds?.law ?? []).map((law) => citeLaw(law, content, speech)),
          ],
        };
      }),
      comparisons: content.regions.map((region) => {
        const comparison = report.benchmark.find((one) => one.region === region.id && one.dimension === dimension.id);
        const cell = region.cells.find((one) => one.dimension === dimension.id);
        return {
          region: region.id,
          name: say(region.name),
          band: comparison?.band ?? null,
          bandText: comparison?.band ? `${score(comparison.band[0])}–${score(comparison.band[1])}` : "–",
          position: words.names.positions[comparison?.position ?? "no-evidence"],
          evidence: cell && {
            direction: words.names.directions[cell.direction],
            strength: words.names.strengths[cell.strength],
            speaksOf: list(cell.speaksOf.map((subject) => words.names.subjects[subject])),
            note: cell.note ? say(cell.note) : null,
            ended: cell.ended ? words.report.ended(date(cell.ended)) : null,
            claims: cell.findings.map((finding) => citeFinding(finding, content, speech)),
          },
        };
      }),
      initiatives: initiatives.filter((initiative) => initiative.lifted.includes(dimension.id)),
    };
  });

  function answerText(answer: Answer | undefined, anchors: string[]): string {
    if (!answer || !isAnswered(answer)) return words.report.notAnswered;
    if ("level" in answer) return `${answer.level} ${words.form.levels[answer.level] ?? ""}: ${anchors[answer.level] ?? ""}`;
    if ("reason" in answer) return `${words.form.notApplicable}: ${answer.reason}`;
    return words.form.dontKnow;
  }
  function evidenceText(answer: Answer | undefined): string {
    if (answer?.evidence) return answer.evidence;
    return answer && "level" in answer && answer.level >= 3 ? words.report.noEvidenceGiven : "–";
  }

  const { facts } = words.report;
  const changedWeights = report.dimensions
    .filter(({ id, weight }) => weight !== questionnaire.dimensions.find((dimension) => dimension.id === id)?.weight)
    .map(({ id, weight }) => words.report.weight(nameOf(id), speech.weight(weight)))
    .join(", ");
  const applicable = report.dimensions.reduce((sum, dimension) => sum + dimension.applicable, 0);
  const answered = report.dimensions.reduce((sum, dimension) => sum + dimension.answered, 0);
  const lawDate = content.law.map((law) => law.asOf).sort()[0] ?? report.date;
  const cohorts = [...new Set((peers?.values ?? []).map(({ cohort }) => cohortText(cohort, speech)))];
  const peersText =
    !peers ? facts.peersNone
    : cohorts.length === 0 ? facts.peersTooFew
    : facts.peersOf(cohorts.join("; ")); // prettier-ignore
  const bounds: [string, string] = [score(overall.lower ?? 0), score(overall.upper ?? 100)];
  return {
    track: report.track,
    title: report.organisation.name ? words.report.titleOf(report.organisation.name) : words.report.title,
    meta: words.report.meta(words.names.tracks[report.track], words.names.depths[report.depth], date(report.date), report.modelVersion),
    quick: report.depth === "quick",
    /** What somebody has added in their own words; `outdated` where answers have changed since. */
    written: written && {
      author: written.author,
      summary: written.summary,
      language: written.language,
      outdated: written.answers !== markOf(report.answers),
    },
    weights: changedWeights ? words.report.weightsNotice(changedWeights) : null,
    /** The label every comparison carries: editorial, one article a region, with its date. */
    benchmarkLabel: `${words.report.benchmarkLabel} ${content.regions
      .map((region) => {
        const document = content.sources.find(({ id }) => id === region.source);
        return `${say(region.name)} (${document?.date ? date(document.date) : words.names.undated})`;
      })
      .join(", ")}.`,
    summary: {
      values: { score: overall.arithmetic, lower: overall.lower, upper: overall.upper },
      score: overall.arithmetic === null ? null : score(overall.arithmetic),
      scoreText: answered === applicable ? words.report.scoreExact : words.report.scoreText(...bounds),
      noScore: overall.reason && `${words.names.reasons[overall.reason]} ${words.report.noScoreText(...bounds)}`,
      stage: overall.stage === null ? "–" : stageName(overall.stage),
      securedStage: overall.securedStage === null ? "–" : stageName(overall.securedStage),
      bottleneck:
        overall.securedStage === null ? "–"
        : overall.bottleneck.length > 0 ? words.report.bottleneckText(list(overall.bottleneck.map(nameOf)), overall.bottleneck.length)
        : words.report.noBottleneck, // prettier-ignore
      likely: likely(simulation?.overall ?? null),
      securedShare: simulation?.securedStageShare == null ? null : words.uncertainty.securedKept(percent(simulation.securedStageShare)),
      borderline: simulation?.borderline === true,
      geometric: overall.geometric === null ? "–" : score(overall.geometric),
      coverage: `${words.report.coverageText(answered, applicable)} (${percent(report.coverage)})`,
    },
    dimensions,
    initiatives,
    postponed: report.postponed.map(({ initiative, missing }) => ({
      id: initiative.id,
      title: say(initiative.title),
      needs: list(missing.map(({ dimension, stage }) => words.report.postponedNeeds(nameOf(dimension), stage))),
    })),
    regions: content.regions.map((region) => ({ id: region.id, name: say(region.name) })),
    facts: [
      [facts.date, date(report.date)],
      [facts.model, report.modelVersion],
      [facts.content, report.contentVersion],
      [facts.depth, words.names.depths[report.depth]],
      [facts.coverage, `${words.report.coverageText(answered, applicable)} (${percent(report.coverage)})`],
      [facts.weights, changedWeights ? facts.weightsChanged(changedWeights) : facts.weightsDefault],
      [facts.who, facts.whoText],
      [facts.peers, peersText],
      [facts.seed, simulation ? words.uncertainty.seed(simulation.seed, speech.count(simulation.draws)) : facts.seedText],
      [facts.law, facts.lawText(date(lawDate))],
      [facts.validation, facts.validationText],
    ] as [string, string][],
    limits: words.report.limits,
  };
}

/** The rows of a chart of the nine dimensions; a region adds its bands. */
export function rangeRows(view: ReportView, region: string | null): RangeRow[] {
  return view.dimensions.map(({ short, values, comparisons }) => {
    const band = comparisons.find((comparison) => comparison.region === region)?.band;
    return {
      name: short,
      score: values.score,
      interval: values.lower === null || values.upper === null ? null : [values.lower, values.upper],
      band: band ? [...band] : null,
    };
  });
}

/** An initiative in words; cost and effort for the size class, or for every one of the track where it is not known. */
export function initiativeView(initiative: Initiative, track: Track | null, sizeClass: SizeClass | null, content: Content, speech: Speech) {
  const { words, say, euros, span, language } = speech;
  const questionnaire = content.questionnaires[track ?? initiative.tracks[0] ?? "municipality"];
  const whole = (ranges: readonly (readonly [number, number])[]) =>
    [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))] as const;
  const cost = (sizeClass && initiative.costEuro[sizeClass]) ?? whole(Object.values(initiative.costEuro));
  const effort = (sizeClass && initiative.effortPersonDays[sizeClass]) ?? whole(Object.values(initiative.effortPersonDays));
  return {
    id: initiative.id,
    dimension: initiative.dimension,
    dimensionName: questionnaire.text[language].dimensions[initiative.dimension]?.name ?? initiative.dimension,
    title: say(initiative.title),
    summary: say(initiative.summary),
    legalDuty: initiative.legalDuty,
    /** Ranges in euros and person-days. */
    values: { cost, effort },
    cost: euros(...cost),
    effort: `${span(...effort)} ${words.names.personDays}`,
    duration: `${span(...initiative.durationMonths)} ${words.names.months}`,
    estimateBasis: say(initiative.estimateBasis),
    owner: say(initiative.owner),
    firstSteps: initiative.firstSteps[language],
    success: say(initiative.success),
    risks: initiative.risks[language],
    requires: initiative.requires.initiatives.map((id) => {
      const required = content.initiatives.find((other) => other.id === id);
      return { id, title: required ? say(required.title) : id };
    }),
    law: initiative.law.map((id) => citeLaw(id, content, speech)),
    references: initiative.references.map((reference) => ({
      place: reference.place,
      what: say(reference.what),
      source: citeSource(reference.source, content, speech),
    })),
    findings: initiative.findings.map((id) => citeFinding(id, content, speech)),
    sources: initiative.sources.map((source): Citation => citeSource(source, content, speech)),
  };
}

/** The programmes that may be offered to this organisation: never ended ones, and only where it can apply. */
export function fittingFunding(
  initiative: Pick<Initiative, "funding">,
  { track, organisation }: Pick<Report, "track" | "organisation">,
  content: Content,
): Funding[] {
  return content.funding.filter(
    (programme) =>
      initiative.funding.includes(programme.id) &&
      programme.status !== "ended" &&
      programme.tracks.includes(track) &&
      (programme.laender.length === 0 || organisation.land === undefined || programme.laender.includes(organisation.land)) &&
      (programme.sizeClasses.length === 0 ||
        organisation.sizeClass === undefined ||
        programme.sizeClasses.includes(organisation.sizeClass)) &&
      !(programme.ownership === "private-majority" && (track === "municipality" || organisation.ownership === "public")),
  );
}

export function fundingLine(programme: Funding, { words, say, date, href }: Speech) {
  const { statuses, kinds } = words.funding;
  return {
    id: programme.id,
    name: say(programme.name),
    text: `${kinds[programme.kind]}, ${statuses[programme.status]} (${words.names.asOf(date(programme.asOf))})`,
    amount: say(programme.amount),
    href: href(`/funding#${programme.id}`),
  };
}
