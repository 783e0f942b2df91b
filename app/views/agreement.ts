import type { Agreement } from "../core/agreement/agreement";
import { errorOf } from "../core/certainty/rater-error";
import type { DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import type { Names, ViewInput } from "./view-input";

/** Krippendorff's own bounds: from here on conclusions hold, and tentative ones (Content Analysis, 4th ed. 2019, chapter 12). */
const highAlpha = 0.8;
const fairAlpha = 2 / 3;

/** Who has answered and how far they agree; null where nobody but whoever works with the assessment has. */
export function agreementView({ report, locale }: Omit<ViewInput, "added">, names: Names) {
  const { agreement } = report;
  return agreement.people < 2 ? null : agreementLines(agreement, (id) => names.dimension(id).name, locale);
}

/** The same, whoever has answered. */
export function agreementLines(agreement: Agreement, nameOf: (dimension: DimensionId) => string, locale: Locale) {
  const { messages } = locale;
  const words = messages.team.agreement;
  const { shared, provisional, recorded, disagreements } = agreement;
  const told = (count: number, text: (count: number) => string) => (count > 0 ? [text(count)] : []);
  return {
    lines: [
      ...peopleLines(agreement, locale),
      shared.items > 0 ? words.shared(shared.items, shared.same, shared.near, shared.apart) : words.notShared,
      ...alphaLines(agreement, locale),
      ...told(provisional.length, words.provisional),
      ...told(recorded.length, words.recorded),
      ...told(disagreements.length, words.disagreements),
    ],
    topics: agreement.topics.map(({ dimension, items, same, near, apart }) => words.topic(nameOf(dimension), items, same, near, apart)),
  };
}

function peopleLines({ people, names }: Agreement, { messages, list }: Locale): string[] {
  const { agreement: words } = messages.team;
  return [words.people(people), ...(names.length > 0 ? [words.named(list(names), people - names.length)] : [])];
}

function alphaLines({ alpha, shared }: Agreement, { messages, kappa }: Locale): string[] {
  const { agreement: words } = messages.team;
  if (shared.items === 0) return [];
  if (!alpha) return [words.alphaNone];
  const word = alpha.value >= highAlpha ? "high" : alpha.value >= fairAlpha ? "fair" : "low";
  const number = (value: number) => kappa(value).replace("-", "−");
  return [words.alpha(number(alpha.value), number(alpha.low), number(alpha.high)), words.alphaWords[word]];
}

/** What every report prints of who has answered. */
export function whoText(agreement: Agreement, locale: Locale): string {
  const { facts } = locale.messages.report;
  return agreement.people < 2 ? facts.whoText : [...peopleLines(agreement, locale), facts.whoText].join(" ");
}

/** What is assumed of how self-ratings err: the same for one person everywhere, measured where several have answered. */
export function constantsText({ people, spread }: Agreement, { messages, kappa, percent }: Locale): string {
  if (people < 2) return messages.result.certainty.constants;
  const { shiftMean, shiftDeviation, ownError } = errorOf(spread);
  return messages.team.agreement.constants(people, kappa(Math.abs(shiftMean)), kappa(shiftDeviation), percent(2 * ownError));
}
