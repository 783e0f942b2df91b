import type { Spread } from "../certainty/rater-error";
import type { ScoredItem } from "../score/scored-items";
import type { DimensionId } from "../vocabulary";
import { alphaOf, type Alpha } from "./alpha";
import { levelsTo } from "./agreed-answers";
import { findDisagreements, findLeniencies, spreadOf, type Disagreement, type Leniency } from "./spread";
import type { Respondent } from "./team";

export type Shared = { items: number; same: number; near: number; apart: number };

/** How far those who have answered agree, and what that says of how sure the result is. */
export type Agreement = {
  /** Who has given any answer. */
  people: number;
  /** Their names as far as a report may tell them; the others are only counted. */
  names: string[];
  spread: Spread;
  /** null: nobody has answered what somebody else has, or all have said the same. */
  alpha: Alpha | null;
  /** Items that two or more have given a level to, and how many of them have the same, are one apart, or more. */
  shared: Shared;
  /** The same by topic, where there are any. */
  topics: (Shared & { dimension: DimensionId })[];
  /** What is to be talked about, as far as nobody has recorded what was agreed. */
  disagreements: Disagreement[];
  /** By the place of the respondents. */
  leniencies: Leniency[];
  /** Items whose answer is the lower median until somebody records what was agreed; those whose answer was recorded. */
  provisional: string[];
  recorded: string[];
};

export type AgreementInput = {
  /** See `respondentsOf`. */
  respondents: Respondent[];
  /** Items whose answer the owner has recorded. */
  recorded: string[];
  showNames: boolean;
};

/** Nobody but whoever works with the assessment. */
export const oneRespondent: AgreementInput = { respondents: [], recorded: [], showNames: false };

/**
 * @param items what applies, in model order, with shares.
 * @param seed see `seedOf`.
 */
export function agreementOf(
  { respondents, recorded, showNames }: AgreementInput,
  items: Pick<ScoredItem, "id" | "dimension" | "share">[],
  seed: string,
): Agreement {
  const ids = items.map(({ id }) => id);
  const shared = items
    .map(({ id, dimension }) => ({ dimension, levels: levelsTo(respondents, id) }))
    .filter(({ levels }) => levels.length >= 2);
  const isAsked = new Set(ids);
  const kept = recorded.filter((item) => isAsked.has(item));
  const names = respondents.flatMap(({ name }) => (showNames && name ? [name] : []));
  return {
    ...{
      people: respondents.length,
      names,
      spread: spreadOf(respondents, ids),
      alpha: alphaOf(
        shared.map(({ levels }) => levels),
        seed,
      ),
    },
    shared: sharedOf(shared),
    topics: [...new Set(shared.map(({ dimension }) => dimension))].map((dimension) => ({
      ...{ dimension, ...sharedOf(shared.filter((one) => one.dimension === dimension)) },
    })),
    disagreements: findDisagreements(respondents, items).filter(({ item }) => !kept.includes(item)),
    leniencies: findLeniencies(respondents, ids),
    provisional: ids.filter((id) => !kept.includes(id) && levelsTo(respondents, id).length >= 2),
    recorded: kept,
  };
}

function sharedOf(items: { levels: number[] }[]): Shared {
  const apart = items.map(({ levels }) => Math.max(...levels) - Math.min(...levels));
  return {
    items: items.length,
    same: apart.filter((one) => one === 0).length,
    near: apart.filter((one) => one === 1).length,
    apart: apart.filter((one) => one > 1).length,
  };
}
