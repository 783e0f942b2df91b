import type { RangeRow } from "./range-row";
import { citeFinding, citeLaw, citeSource, type Citation } from "./citations";
import type { Answer } from "../core/assessment/answer";
import { isAnswered } from "../core/assessment/progress";
import type { Content } from "../core/content";
import type { Funding } from "../core/initiatives/funding";
import type { Initiative } from "../core/initiatives/initiative";
import type { Recommendation } from "../core/initiatives/recommend";
import { askedItems } from "../core/questionnaire/questionnaire";
import type { Report } from "../core/report-file";
import { answersTag } from "../core/assessment/author-text";
import type { DimensionId, SizeClass, Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
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
  locale: Locale,
) {
  const { messages, translate, score, date, percent, list } = locale;
  const questionnaire = content.questionnaires[report.track];
  const text = questionnaire.text[locale.language];
  const nameOf = (id: DimensionId) => text.dimensions[id]?.name ?? id;
  const shortOf = (item: string) => text.items[item]?.short ?? item;
  const { overall } = report;
  const numbers = new Map(
    questionnaire.dimensions.flatMap((dimension) => askedItems(dimension, report.depth)).map(({ id }, index) => [id, index + 1]),
  );
  const stageName = (stage: number) => messages.names.stage(stage, messages.names.stages[stage] ?? "");
  const interval = (lower: number | null, upper: number | null) =>
    lower === null || upper === null ? "–" : lower === upper ? score(lower) : `${score(lower)}–${score(upper)}`;

  const likely = (band: { low: number; high: number } | null) =>
    band && messages.uncertainty.rangeInline(score(band.low), score(band.high));

  const initiatives = report.recommended.map((recommendation) => recommendationView(recommendation));

  function recommendationView({ initiative, gain, lifts }: Recommendation) {
    return {
      ...initiativeView(initiative, report.track, report.organisation.sizeClass ?? null, content, locale),
      gain: messages.report.gain(locale.points(gain)),
      gainLong: messages.report.gainLong(locale.points(gain)),
      stability: stabilityOf(initiative.id),
      why: lifts.map(({ item, from, to, open }) =>
        open ? messages.report.liftsOpen(shortOf(item), to) : messages.report.lifts(shortOf(item), from, to),
      ),
      lifted: [...new Set(lifts.map(({ item }) => dimensionOf(item)))],
      funding: fittingFunding(initiative, report, content).map((programme) => fundingLine(programme, locale)),
    };
  }

  function stabilityOf(id: string): string | null {
    const share = simulation?.stability.find((one) => one.id === id)?.share;
    return share === undefined || share < shownStability ? null : messages.uncertainty.stability(percent(share));
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
      score: dimension.score === null ? messages.report.noValue : score(dimension.score),
      interval: interval(dimension.lower, dimension.upper),
      likely: likely(simulation?.dimensions.find(({ id }) => id === dimension.id) ?? null),
      comment: written?.comments[dimension.id] ?? null,
      stage: dimension.stage === null ? null : stageName(dimension.stage),
      meaning: dimension.stage === null ? null : (text.dimensions[dimension.id]?.stages[dimension.stage] ?? null),
      reason: dimension.reason && messages.names.reasons[dimension.reason],
      answered: messages.report.coverageText(dimension.answered, dimension.applicable),
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
            ...(grounds?.findings ?? []).map((finding) => citeFinding(finding, content, locale)),
            ...(grounds?.law ?? []).map((law) => citeLaw(law, content, locale)),
          ],
        };
      }),
      comparisons: content.regions.map((region) => {
        const comparison = report.benchmark.find((one) => one.region === region.id && one.dimension === dimension.id);
        const cell = region.cells.find((one) => one.dimension === dimension.id);
        return {
          region: region.id,
          name: translate(region.name),
          band: comparison?.band ?? null,
          bandText: comparison?.band ? `${score(comparison.band[0])}–${score(comparison.band[1])}` : "–",
          position: messages.names.positions[comparison?.position ?? "no-evidence"],
          evidence: cell && {
            direction: messages.names.directions[cell.direction],
            strength: messages.names.strengths[cell.strength],
            speaksOf: list(cell.speaksOf.map((subject) => messages.names.subjects[subject])),
            note: cell.note ? translate(cell.note) : null,
            ended: cell.ended ? messages.report.ended(date(cell.ended)) : null,
            claims: cell.findings.map((finding) => citeFinding(finding, content, locale)),
          },
        };
      }),
      initiatives: initiatives.filter((initiative) => initiative.lifted.includes(dimension.id)),
    };
  });

  function answerText(answer: Answer | undefined, anchors: string[]): string {
    if (!answer || !isAnswered(answer)) return messages.report.notAnswered;
    if ("level" in answer) return `${answer.level} ${messages.form.levels[answer.level] ?? ""}: ${anchors[answer.level] ?? ""}`;
    if ("reason" in answer) return `${messages.form.notApplicable}: ${answer.reason}`;
    return messages.form.dontKnow;
  }
  function evidenceText(answer: Answer | undefined): string {
    if (answer?.evidence) return answer.evidence;
    return answer && "level" in answer && answer.level >= 3 ? messages.report.noEvidenceGiven : "–";
  }

  const { facts } = messages.report;
  const changedWeights = report.dimensions
    .filter(({ id, weight }) => weight !== questionnaire.dimensions.find((dimension) => dimension.id === id)?.weight)
    .map(({ id, weight }) => messages.report.weight(nameOf(id), locale.weight(weight)))
    .join(", ");
  const applicable = report.dimensions.reduce((sum, dimension) => sum + dimension.applicable, 0);
  const answered = report.dimensions.reduce((sum, dimension) => sum + dimension.answered, 0);
  const lawDate = content.law.map((law) => law.asOf).sort()[0] ?? report.date;
  const cohorts = [...new Set((peers?.values ?? []).map(({ cohort }) => cohortText(cohort, locale)))];
  const peersText =
    !peers ? facts.peersNone
    : cohorts.length === 0 ? facts.peersTooFew
    : facts.peersOf(cohorts.join("; ")); // prettier-ignore
  const bounds: [string, string] = [score(overall.lower ?? 0), score(overall.upper ?? 100)];
  return {
    track: report.track,
    title: report.organisation.name ? messages.report.titleOf(report.organisation.name) : messages.report.title,
    meta: messages.report.meta(
      messages.names.tracks[report.track],
      messages.names.depths[report.depth],
      date(report.date),
      report.modelVersion,
    ),
    quick: report.depth === "quick",
    /** What somebody has added in their own messages; `outdated` where answers have changed since. */
    written: written && {
      author: written.author,
      summary: written.summary,
      language: written.language,
      outdated: written.answers !== answersTag(report.answers),
    },
    weights: changedWeights ? messages.report.weightsNotice(changedWeights) : null,
    /** The label every comparison carries: editorial, one article a region, with its date. */
    benchmarkLabel: `${messages.report.benchmarkLabel} ${content.regions
      .map((region) => {
        const document = content.sources.find(({ id }) => id === region.source);
        return `${translate(region.name)} (${document?.date ? date(document.date) : messages.names.undated})`;
      })
      .join(", ")}.`,
    summary: {
      values: { score: overall.arithmetic, lower: overall.lower, upper: overall.upper },
      score: overall.arithmetic === null ? null : score(overall.arithmetic),
      scoreText: answered === applicable ? messages.report.scoreExact : messages.report.scoreText(...bounds),
      noScore: overall.reason && `${messages.names.reasons[overall.reason]} ${messages.report.noScoreText(...bounds)}`,
      stage: overall.stage === null ? "–" : stageName(overall.stage),
      securedStage: overall.securedStage === null ? "–" : stageName(overall.securedStage),
      bottleneck:
        overall.securedStage === null ? "–"
        : overall.bottleneck.length > 0 ? messages.report.bottleneckText(list(overall.bottleneck.map(nameOf)), overall.bottleneck.length)
        : messages.report.noBottleneck, // prettier-ignore
      likely: likely(simulation?.overall ?? null),
      securedShare: simulation?.securedStageShare == null ? null : messages.uncertainty.securedKept(percent(simulation.securedStageShare)),
      borderline: simulation?.borderline === true,
      geometric: overall.geometric === null ? "–" : score(overall.geometric),
      coverage: `${messages.report.coverageText(answered, applicable)} (${percent(report.coverage)})`,
    },
    dimensions,
    initiatives,
    postponed: report.postponed.map(({ initiative, missing }) => ({
      id: initiative.id,
      title: translate(initiative.title),
      needs: list(missing.map(({ dimension, stage }) => messages.report.postponedNeeds(nameOf(dimension), stage))),
    })),
    regions: content.regions.map((region) => ({ id: region.id, name: translate(region.name) })),
    facts: [
      [facts.date, date(report.date)],
      [facts.model, report.modelVersion],
      [facts.content, report.contentVersion],
      [facts.depth, messages.names.depths[report.depth]],
      [facts.coverage, `${messages.report.coverageText(answered, applicable)} (${percent(report.coverage)})`],
      [facts.weights, changedWeights ? facts.weightsChanged(changedWeights) : facts.weightsDefault],
      [facts.who, facts.whoText],
      [facts.peers, peersText],
      [facts.seed, simulation ? messages.uncertainty.seed(simulation.seed, locale.count(simulation.draws)) : facts.seedText],
      [facts.law, facts.lawText(date(lawDate))],
      [facts.validation, facts.validationText],
    ] as [string, string][],
    limits: messages.report.limits,
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

/** An initiative in messages; cost and effort for the size class, or for every one of the track where it is not known. */
export function initiativeView(initiative: Initiative, track: Track | null, sizeClass: SizeClass | null, content: Content, locale: Locale) {
  const { messages, translate, euros, span, language } = locale;
  const questionnaire = content.questionnaires[track ?? initiative.tracks[0] ?? "municipality"];
  const whole = (ranges: readonly (readonly [number, number])[]) =>
    [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))] as const;
  const cost = (sizeClass && initiative.costEuro[sizeClass]) ?? whole(Object.values(initiative.costEuro));
  const effort = (sizeClass && initiative.effortPersonDays[sizeClass]) ?? whole(Object.values(initiative.effortPersonDays));
  return {
    id: initiative.id,
    dimension: initiative.dimension,
    dimensionName: questionnaire.text[language].dimensions[initiative.dimension]?.name ?? initiative.dimension,
    title: translate(initiative.title),
    summary: translate(initiative.summary),
    legalDuty: initiative.legalDuty,
    /** Ranges in euros and person-days. */
    values: { cost, effort },
    cost: euros(...cost),
    effort: `${span(...effort)} ${messages.names.personDays}`,
    duration: `${span(...initiative.durationMonths)} ${messages.names.months}`,
    estimateBasis: translate(initiative.estimateBasis),
    owner: translate(initiative.owner),
    firstSteps: initiative.firstSteps[language],
    success: translate(initiative.success),
    risks: initiative.risks[language],
    requires: initiative.requires.initiatives.map((id) => {
      const required = content.initiatives.find((other) => other.id === id);
      return { id, title: required ? translate(required.title) : id };
    }),
    law: initiative.law.map((id) => citeLaw(id, content, locale)),
    references: initiative.references.map((reference) => ({
      place: reference.place,
      what: translate(reference.what),
      source: citeSource(reference.source, content, locale),
    })),
    findings: initiative.findings.map((id) => citeFinding(id, content, locale)),
    sources: initiative.sources.map((source): Citation => citeSource(source, content, locale)),
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

export function fundingLine(programme: Funding, { messages, translate, date, href }: Locale) {
  const { statuses, kinds } = messages.funding;
  return {
    id: programme.id,
    name: translate(programme.name),
    text: `${kinds[programme.kind]}, ${statuses[programme.status]} (${messages.names.asOf(date(programme.asOf))})`,
    amount: translate(programme.amount),
    href: href(`/funding#${programme.id}`),
  };
}
