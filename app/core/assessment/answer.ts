import { z } from "zod";
import { fingerprint } from "./fingerprint";
import { checkSchema } from "./check-schema";
import { evidenceFilesSchema } from "./evidence-file";
import { freeText, textLimits } from "./text";

export const levels = [0, 1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

const remarks = {
  note: freeText(textLimits.note).optional(),
  /** Where the fact can be checked: a document, a decision, a link. */
  evidence: freeText(textLimits.evidence).optional(),
  /** Files that prove it; they are added and taken away by themselves, never with the answer. */
  files: evidenceFilesSchema.optional(),
  /** What a second person says of a high level; it falls away with what it was said of. */
  check: checkSchema.optional(),
  /** ISO day on which it was given; answers of older files have none. */
  date: z.iso.date().optional(),
  /** Who has given it, where that is known. */
  by: freeText(textLimits.name).optional(),
};

/** An answer is a level, or one of two answers without a level (method, section 2). Not answered is no record at all. */
export const answerSchema = z.union([
  z.strictObject({ level: z.literal(levels), ...remarks }),
  z.strictObject({ answer: z.literal("dk"), ...remarks }),
  z.strictObject({ answer: z.literal("na"), reason: freeText(textLimits.reason).pipe(z.string().min(1)), ...remarks }),
  // Still open, but somebody has written something down already.
  z.strictObject(remarks).refine(({ note, evidence, files }) => note || evidence || files, "neither a level nor an answer"),
]);
export type Answer = z.infer<typeof answerSchema>;

/** By item id. */
export type Answers = Record<string, Answer>;

/** What an answer means for the arithmetic: a level, not applicable, or open (don't know, or not answered). */
export function levelOf(answer: Answer | undefined): Level | "na" | "open" {
  if (answer === undefined) return "open";
  if ("level" in answer) return answer.level;
  return "answer" in answer && answer.answer === "na" ? "na" : "open";
}

/** A note alone is no answer yet. */
export const isAnswered = (answer: Answer | undefined): boolean => answer !== undefined && ("level" in answer || "answer" in answer);

/** Whether somebody has said that nobody knows. */
export const isUnknown = (answer: Answer | undefined): boolean => answer !== undefined && "answer" in answer && answer.answer === "dk";

export const isNotApplicable = (answer: Answer | undefined): boolean => levelOf(answer) === "na";

/** Whether it names evidence, in words or by a file. */
export const namesEvidence = (answer: Answer | undefined): boolean => Boolean(answer?.evidence) || (answer?.files ?? []).length > 0;

/** What an answer says, without when and by whom, its files and its check: the same said on another day is the same answer. */
export function saidIn({ date: _date, by: _by, files: _files, check: _check, ...said }: Answer): Answer {
  return said;
}

/** The same without who has checked it. */
function withoutChecker(answer: Answer): Answer {
  if (!answer.check) return answer;
  const { by: _checker, ...said } = answer.check;
  return { ...answer, check: said };
}

/** The same without who has given and who has checked it. */
export const nameless = ({ by: _by, ...answer }: Answer): Answer => withoutChecker(answer);

export const allNameless = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([item, answer]) => [item, nameless(answer)]));

/** Whether it says anything, or only holds files. */
export const isSaid = (answer: Answer): boolean => Object.keys(saidIn(answer)).length > 0;

function canonical(answer: Answer | null): string {
  if (answer === null || !isSaid(answer)) return "";
  const said = saidIn(answer);
  return JSON.stringify(said, Object.keys(said).sort());
}

export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  return canonical(a) === canonical(b);
}

/** A short mark of an answer. A form carries the mark of the answer it showed, so that a newer one from another tab is noticed. */
export function versionTag(answer: Answer | null): string {
  return fingerprint(canonical(answer));
}
