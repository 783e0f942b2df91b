import { byId } from "../entry-of";
import { fundingStateOn, type FittingFunding } from "./find-funding";

/** A step of the plan that costs money, in euros, and the programmes that its initiative names. */
export type PaidStep = { id: string; costEuro: number; funding: readonly string[] };

/** What one programme could pay, in whole euros, and for which steps. */
export type PossibleGrant = { programme: string; steps: string[]; euro: number };

/**
 * What could pay for what in the plan (method, section 7): each step's cost goes to the one programme that pays most of
 * it, so that nothing is paid twice and nothing is added that excludes each other. Grants with a known share that are
 * open now count, unless they are over before the plan begins; a minimum cost must be met by the programme's steps together,
 * a maximum holds for them together.
 * @param firstDay ISO date on which the plan begins.
 */
export function possibleGrants(steps: readonly PaidStep[], fitting: readonly FittingFunding[], firstDay: string): PossibleGrant[] {
  const paying = fitting
    .filter(({ programme, state }) => (state === "open" || state === "ends-soon") && fundingStateOn(programme, firstDay) !== null)
    .flatMap(({ programme: { id, share } }) => (share ? [{ id, share }] : []))
    .sort((a, b) => b.share.percent - a.share.percent || byId(a, b));
  const open = new Set(steps.filter(({ costEuro }) => costEuro > 0));
  return paying.flatMap(({ id: programme, share }) => {
    const own = [...open].filter((step) => step.funding.includes(programme));
    const cost = own.reduce((sum, step) => sum + step.costEuro, 0);
    if (cost < (share.minimumCostEuro ?? 0)) return [];
    own.forEach((step) => open.delete(step));
    const euro = Math.floor(Math.min((cost * share.percent) / 100, share.maximumEuro ?? Infinity));
    return euro > 0 ? [{ programme, steps: own.map(({ id }) => id), euro }] : [];
  });
}
