import { lawAsOf } from "./citations";
import { constantsText, whoText } from "./agreement";
import type { ViewInput } from "./view-input";

/** What every report prints about itself (method, section 9). */
export function methodFacts({ report, content, locale }: ViewInput, weights: string | null): [string, string][] {
  const { messages, date, percent } = locale;
  const { facts } = messages.report;
  const { rating } = report.certainty;
  const answered = report.items.filter(({ level }) => level !== null).length;
  return [
    [facts.date, date(report.date)],
    [facts.model, report.modelVersion],
    [facts.content, report.contentVersion],
    [facts.depth, messages.names.depths[report.depth]],
    [messages.result.aiUse.short, messages.result.aiUse.choices[report.aiUse]],
    [facts.coverage, `${messages.result.coverage(answered, report.items.length)} (${percent(report.overall.coverage)})`],
    [facts.weights, weights ? facts.weightsChanged(weights) : facts.weightsDefault],
    [facts.who, whoText(report.agreement, locale)],
    [facts.seed, rating ? messages.result.certainty.seed(rating.seed, locale.count(rating.draws)) : facts.seedText],
    [facts.law, facts.lawText(date(lawAsOf(content, report.date)))],
    [facts.validation, constantsText(report.agreement, locale)],
  ];
}
