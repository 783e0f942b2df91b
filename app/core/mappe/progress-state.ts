import { expiresOn } from "../assessment/retention";

/** How far an organisation is, at a glance. */
export const progressStates = ["not-begun", "in-progress", "done", "due-again"] as const;
export type ProgressState = (typeof progressStates)[number];

/** After so many months without a change, what is done is due again: a town comes back in half a year. */
const dueAfterMonths = 6;

export type ProgressFacts = {
  answered: number;
  asked: number;
  /** Whether a round was closed and no other has been begun. */
  isBetweenRounds: boolean;
  /** ISO day from which the half-year counts: on which the last round was closed, else of the last change. */
  since: string;
};

/** Whether nothing more is asked: everything is answered, or the round is closed. */
export const isDone = ({ answered, asked, isBetweenRounds }: Omit<ProgressFacts, "since">): boolean =>
  isBetweenRounds || (answered > 0 && answered >= asked);

/** How far an organisation is, and the ISO day on which it is due again; null where it is not done. @param today ISO date. */
export function progressAt({ since, ...facts }: ProgressFacts, today: string): { state: ProgressState; due: string | null } {
  if (!isDone(facts)) return { state: facts.answered === 0 ? "not-begun" : "in-progress", due: null };
  const due = expiresOn(since, dueAfterMonths);
  return { state: due <= today ? "due-again" : "done", due };
}
