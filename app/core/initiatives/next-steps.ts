import { initiativeKinds, type InitiativeKind } from "./initiative";

/** A step of the plan. */
export type PossibleStep = {
  id: string;
  kind: InitiativeKind;
  /** The quarter of the plan in which it begins. */
  start: number;
  /** Whether nothing that is not done yet has to come before. */
  canBegin: boolean;
  /** Duties due now that it answers. */
  duties: readonly string[];
  /** What it raises, by question. */
  lifts: readonly { item: string }[];
};

const wanted = 3;

/**
 * The three next steps (method, section 7): the first of each kind that can begin now, which is in the quarter in which the plan
 * goes on; a kind without one is filled by the next in the plan. What answers a duty is taken before what does not. They stand as they
 * begin, then by kind, and within a kind as in the plan: rules of an hour before the training that explains them.
 * @param steps in the order of the plan.
 */
export function nextSteps<Step extends PossibleStep>(steps: readonly Step[]): Step[] {
  const possible = steps.filter(({ canBegin }) => canBegin);
  const now = Math.min(...possible.map(({ start }) => start));
  const rank = ({ duties }: Step) => Number(duties.length === 0);
  const ready = possible.filter(({ start }) => start === now).sort((a, b) => rank(a) - rank(b));
  const firsts = initiativeKinds.flatMap((kind) => ready.find((step) => step.kind === kind) ?? []);
  const others = [...ready, ...steps].filter((step) => !firsts.includes(step));
  const taken = [...firsts, ...new Set(others)].slice(0, wanted);
  return steps
    .filter((step) => taken.includes(step))
    .sort((a, b) => a.start - b.start || initiativeKinds.indexOf(a.kind) - initiativeKinds.indexOf(b.kind));
}

/**
 * What of the plan comes after the next steps and is awaited: the first that raises what is named as missing first, and the
 * first use of AI; each only where none of the next steps does so.
 * @param missing the question that is named first; null where nothing is.
 */
export function awaitedSteps<Step extends PossibleStep>(steps: readonly Step[], missing: string | null): Step[] {
  const next = nextSteps(steps);
  const awaited = [({ lifts }: Step) => lifts.some(({ item }) => item === missing), ({ kind }: Step) => kind === "use"];
  const found = awaited.flatMap((isAwaited) => (next.some(isAwaited) ? [] : (steps.find(isAwaited) ?? [])));
  return [...new Set(found)];
}
