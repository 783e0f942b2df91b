import type { Initiative } from "../initiatives/initiative";
import type { Questionnaire } from "./questionnaire";

/** The questionnaire's model for those who build on it (method, section 10). */
export function toQuestionnaireFile({ track, modelVersion, dimensions, contradictions }: Questionnaire) {
  return {
    format: "ki-pegel/questionnaire" as const,
    version: 2 as const,
    track,
    modelVersion,
    contradictions,
    dimensions: dimensions.map(({ id, gate, weight, items }) => ({
      id,
      gate,
      weight,
      items: items.map(({ id, weight, key, allowsNotApplicable, presupposesUse }) => ({
        id,
        weight,
        key,
        allowsNotApplicable,
        presupposesUse,
      })),
    })),
  };
}

/** The initiative catalogue for those who build on it: euros, person-days, months. */
export function toInitiativesFile(initiatives: Initiative[]) {
  return {
    format: "ki-pegel/initiatives" as const,
    version: 2 as const,
    initiatives: initiatives.map(({ id, tracks, kind, lifts, requires, costEuro, effortPersonDays, durationMonths, duties }) => ({
      ...{ id, tracks, kind, lifts, requires, costEuro, effortPersonDays, durationMonths, duties },
    })),
  };
}
