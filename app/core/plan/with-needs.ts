import type { Option } from "./option";
import type { PlanProblem } from "./problem";

/**
 * An initiative with all that it needs and that is not chosen yet. Of several that would do, the one with the least
 * effort, then the lower cost, then the id (method, section 7).
 */
export function withNeeds(candidate: Option, { candidates }: PlanProblem, chosen: readonly Option[]): Option[] {
  const added = new Set<Option>();
  const add = (one: Option): void => {
    if (added.has(one) || chosen.includes(one)) return;
    added.add(one);
    for (const group of one.needs) {
      const able = candidates.filter(({ id }) => group.includes(id));
      if (able.some((other) => added.has(other) || chosen.includes(other))) continue;
      able
        .sort((a, b) => a.personDays - b.personDays || a.costEuro - b.costEuro)
        .slice(0, 1)
        .forEach(add);
    }
  };
  add(candidate);
  return [...added];
}
