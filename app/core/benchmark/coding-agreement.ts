import type { Coding } from "./region";

type Code = Coding["cells"][number];

/** Cohen's κ of two codings of the same cells: agreement beyond what chance alone would give, at most 1. */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number {
  const count = pairs.length;
  const share = (side: 0 | 1, label: string) => pairs.filter((pair) => pair[side] === label).length / count;
  const observed = pairs.filter(([a, b]) => a === b).length / count;
  const labels = [...new Set(pairs.flat())];
  const expected = labels.reduce((sum, label) => sum + share(0, label) * share(1, label), 0);
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}

/** How far the two codings of the regions agree, over the cells that both saw; published with the coding rules. */
export function codingAgreement({ cells }: Coding) {
  const both = cells.flatMap(({ first, second }) => (first && second ? [[first, second] as const] : []));
  const of = (key: keyof NonNullable<Code["first"]>) => both.map(([a, b]) => [a[key], b[key]] as const);
  const agreed = (pairs: readonly (readonly [string, string])[]) => pairs.filter(([a, b]) => a === b).length;
  return {
    cells: both.length,
    direction: { agreed: agreed(of("direction")), kappa: cohensKappa(of("direction")) },
    strength: { agreed: agreed(of("strength")), kappa: cohensKappa(of("strength")) },
  };
}
