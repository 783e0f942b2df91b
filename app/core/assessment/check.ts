import { fingerprint } from "./fingerprint";
import { versionTag, type Answer } from "./answer";
import { type Check } from "./check-schema";

/** The levels that somebody else looks at: those that claim something is in use. */
const checkedFrom = 3;

export const needsCheck = (answer: Answer | undefined): boolean => answer !== undefined && "level" in answer && answer.level >= checkedFrom;

/** What the second person said of an answer that needs it; null where nobody has. */
export const checkOf = (answer: Answer | undefined): Check | null => (needsCheck(answer) && answer?.check ? answer.check : null);

/** Tells the answer with its files apart from any other, so that nobody confirms what they have not seen. */
export const checkTag = (answer: Answer | undefined): string =>
  fingerprint([versionTag(answer ?? null), ...(answer?.files ?? []).map(({ sha256 }) => sha256)].join(" "));

/**
 * Of what several have answered, what a check is about: the level, the evidence and the files. Whoever of them brings other evidence
 * makes another answer of it; a note does not.
 */
export const checkedTag = (answer: Answer): string =>
  fingerprint(JSON.stringify(["level" in answer ? answer.level : null, answer.evidence ?? "", ...(answer.files ?? []).map(({ sha256 }) => sha256)])); // prettier-ignore

/** What was said of the answer that counts, for whoever has given the same level; null where nothing was, or theirs is another. */
export const checkOfShown = (counted: Answer | undefined, shown: Answer | undefined): Check | null =>
  counted && shown && "level" in counted && "level" in shown && counted.level === shown.level ? checkOf(counted) : null;

/**
 * Whether a check still holds once an answer is written anew: it was said of this level and this evidence.
 * @param next without its files, which stay as they are.
 */
export function keepsCheck(before: Answer | null, next: Answer): boolean {
  const level = (answer: Answer | null) => (answer && "level" in answer ? answer.level : null);
  return needsCheck(next) && level(before) === level(next) && (before?.evidence ?? "") === (next.evidence ?? "");
}
