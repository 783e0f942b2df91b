import { confirmedItems } from "../core/certainty/checked-spread";
import { constantsText } from "./agreement";
import type { Sharpening } from "../core/certainty/sharpen";
import { leastSeen, signedText } from "./signed-text";
import { numbered, type Names, type ViewInput } from "./view-input";

/** The three statements of how sure a result is, each for itself, and what somebody can do about it (method, section 4). */
export function certaintyView({ report, locale }: Omit<ViewInput, "added">, names: Names) {
  const { messages, score, percent } = locale;
  const { certainty: words } = messages.result;
  const { overall, certainty, items } = report;
  const { rating, formula } = certainty;
  const checked = confirmedItems(items, report.answers);
  const open = items.filter(({ level }) => level === null);
  const [lower, upper] = [overall.lower ?? 0, overall.upper ?? 100];
  const isPrinted = overall.score !== null && report.depth === "full";
  const openText = open.length === 0 ? words.openNone : words.openText(score(lower), score(upper), open.length);
  return {
    /** All that there is to say after the quick check; null after the full one. */
    quick: certainty.quick && [words.quick, openText, expectedText(report, locale)].filter((text) => text !== null),
    open: openText,
    band: rating && isPrinted ? words.band(score(rating.overall.low), score(rating.overall.high)) : null,
    bandAndOpen:
      rating && isPrinted && open.length > 0
        ? words.bandAndOpen(score(rating.overall.low), score(Math.min(100, rating.overall.high + 100 * (1 - overall.coverage))))
        : null,
    /** How much of it a second person has confirmed; null where nothing is. */
    checked:
      checked.confirmed > 0 && rating
        ? messages.checking.certainty(checked.confirmed, checked.answered, report.agreement.shared.items === 0)
        : null,
    constants: constantsText(report.agreement, locale),
    formula:
      isPrinted && formula && overall.score !== null ? formulaTexts(formula, { ...overall, score: overall.score }, names, locale) : [],
    sharpen: certainty.sharpenings.map((way) => sharpenText(way, names, locale)),
    dimensions: report.dimensions.map(({ id, score: value }) => {
      const band = rating?.dimensions.find((one) => one.id === id)?.band;
      return {
        id,
        name: names.dimension(id).name,
        value: value === null ? messages.result.value.noNumber : score(value),
        band: band && value !== null ? `${score(band.low)}–${score(band.high)}` : "–",
      };
    }),
    stability: report.stability
      .filter(({ share }) => share >= 0.05)
      .slice(0, 10)
      .map(({ id, share }) => ({ id, title: names.initiative(id), share: percent(share) })),
    seed: rating ? words.seed(rating.seed, locale.count(rating.draws)) : null,
  };
}

/** Where the full check will probably lie; null after it, and where so little is answered that nothing can be said. */
export function expectedText({ certainty: { quick } }: ViewInput["report"], { messages, score }: ViewInput["locale"]): string | null {
  return quick?.expected ? messages.result.quick.expected(score(quick.expected.low), score(quick.expected.high)) : null;
}

/** What the way of reckoning makes of it; where no other way would make anything else of it, that. */
function formulaTexts(
  { mostInfluential, weights }: NonNullable<ViewInput["report"]["certainty"]["formula"]>,
  overall: { score: number; geometric: number | null },
  names: Names,
  locale: ViewInput["locale"],
): string[] {
  const { messages, score } = locale;
  const { certainty: words } = messages.result;
  const change = mostInfluential ? mostInfluential.without - overall.score : 0;
  const isSeen = (difference: number) => Math.abs(difference) >= leastSeen;
  const { geometric } = overall;
  const texts = [
    ...(geometric !== null && score(geometric) !== score(overall.score) ? [words.geometric(score(geometric))] : []),
    ...(mostInfluential && isSeen(change)
      ? [words.without(names.dimension(mostInfluential.dimension).name, score(mostInfluential.without), signedText(change, locale))]
      : []),
    ...(score(weights.high) !== score(weights.low) ? [words.weights(score(weights.low), score(weights.high))] : []),
  ];
  return texts.length > 0 ? texts : [words.noOtherWay];
}

function sharpenText(way: Sharpening, names: Names, locale: ViewInput["locale"]): { text: string; items: { id: string; text: string }[] } {
  const { certainty } = locale.messages.result;
  const text = way.kind === "clarify" ? certainty.clarify(way.saves) : certainty[way.kind](way.saves);
  const items = way.kind === "clarify" ? way.items.slice(0, shownItems).map((id) => ({ id, text: numbered(names, id, locale) })) : [];
  return { text, items };
}

/** More than these nobody asks around for at once. */
const shownItems = 5;
