import { isOver } from "../day";
import { byId } from "../entry-of";
import { isUsable, type FittingFunding } from "./find-funding";

/** A step of the plan that costs money, in euros, the ISO date on which it begins, and the programmes that its initiative names. */
export type PaidStep = { id: string; costEuro: number; startsOn: string; funding: readonly string[] };

/** What one programme could pay, in whole euros, and for which steps. */
export type PossibleGrant = { programme: string; steps: string[]; euro: number };

/**
 * What could pay for what in the plan (method, section 7): each step's cost goes to the one programme that pays most of
 * it, so that nothing is paid twice and nothing is added that excludes each other. Grants with a known share that are
 * open now count, for the steps that begin before they are over; a minimum cost must be met by the programme's steps together,
 * a maximum holds for them together.
 */
export function possibleGrants(steps: readonly PaidStep[], fitting: readonly FittingFunding[]): PossibleGrant[] {
  const paying = fitting
    .filter(({ state }) => isUsable(state))
    .flatMap(({ programme: { id, share, endsOn } }) => (share ? [{ id, share, endsOn }] : []))
    .sort((a, b) => b.share.percent - a.share.percent || byId(a, b));
  const open = new Set(steps.filter(({ costEuro }) => costEuro > 0));
  return paying.flatMap(({ id: programme, share, endsOn }) => {
    const own = [...open].filter((step) => step.funding.includes(programme) && !isOver(endsOn, step.startsOn));
    const cost = own.reduce((sum, step) => sum + step.costEuro, 0);
    if (cost < (share.minimumCostEuro ?? 0)) return [];
    own.forEach((step) => open.delete(step));
    const euro = Math.floor(Math.min((cost * share.percent) / 100, share.maximumEuro ?? Infinity));
    return euro > 0 ? [{ programme, steps: own.map(({ id }) => id), euro }] : [];
  });
}
