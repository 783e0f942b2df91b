import { initiativeKinds, type InitiativeKind } from "./initiative";

/** A step of the plan, or of the list where there is no plan. */
export type PossibleStep = {
  id: string;
  kind: InitiativeKind;
  /** Whether nothing that is not done yet has to come before. */ canBegin: boolean;
};

const wanted = 3;

/**
 * The three next steps (method, section 7): the first of each kind that can begin now; a kind without one is filled by
 * the next in the plan.
 * @param steps in the order of the plan.
 */
export function nextSteps<Step extends PossibleStep>(steps: readonly Step[]): Step[] {
  const ready = steps.filter(({ canBegin }) => canBegin);
  const firsts = initiativeKinds.flatMap((kind) => ready.find((step) => step.kind === kind) ?? []);
  const others = [...ready, ...steps].filter((step) => !firsts.includes(step));
  return [...firsts, ...new Set(others)].slice(0, wanted);
}
