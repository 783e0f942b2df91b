import type { Initiative } from "../initiatives/initiative";
import type { Questionnaire } from "./questionnaire";

/** The questionnaire's model for those who build on it (method, section 10). */
export function toQuestionnaireFile({ track, modelVersion, dimensions }: Questionnaire) {
  return {
    format: "ki-pegel/questionnaire" as const,
    version: 1 as const,
    track,
    modelVersion,
    dimensions: dimensions.map(({ id, gate, weight, items }) => ({
      id,
      gate,
      weight,
      items: items.map(({ id, weight, key, allowsNotApplicable }) => ({ id, weight, key, allowsNotApplicable })),
    })),
  };
}

/** The initiative catalogue for those who build on it: euros, person-days, months. */
export function toInitiativesFile(initiatives: Initiative[]) {
  return {
    format: "ki-pegel/initiatives" as const,
    version: 1 as const,
    initiatives: initiatives.map(({ id, tracks, lifts, requires, costEuro, effortPersonDays, durationMonths, legalDuty }) => ({
      id,
      tracks,
      lifts,
      requires,
      costEuro,
      effortPersonDays,
      durationMonths,
      legalDuty, // prettier-ignore
    })),
  };
}
