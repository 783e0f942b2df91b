import { ownValue } from "../entry-of";
import type { Answer } from "./answer";
import type { EvidenceFile } from "./evidence-file";
import type { WholeAssessment } from "./whole-assessment";

type Kept = Pick<WholeAssessment, "answers" | "previous">;

/** The files at a question: those of its answer, or of the one that waits to be confirmed there. */
export function filesAt({ answers, previous }: Kept, item: string): EvidenceFile[] {
  const answer = ownValue(answers, item);
  const waiting = ownValue(previous, item)?.answer;
  return answer?.files ?? waiting?.files ?? [];
}

/** Whether something else than the closed rounds still names a file. */
export const isFileNamed = ({ answers, previous }: Kept, sha256: string): boolean =>
  [...Object.values(answers), ...Object.values(previous).map(({ answer }) => answer)].some((answer) => has(answer, sha256));

/** A file that an assessment names anywhere, also in a closed round. */
export function findFile({ answers, previous, rounds }: Kept & Pick<WholeAssessment, "rounds">, sha256: string): EvidenceFile | null {
  const states = [{ answers, previous }, ...rounds.closed.map(({ state }) => state)];
  const all = states.flatMap((state) => [...Object.values(state.answers), ...Object.values(state.previous).map(({ answer }) => answer)]);
  return all.flatMap(({ files = [] }) => files).find((file) => file.sha256 === sha256) ?? null;
}

/** An answer with other files beside it; null where nothing is left of it. */
export function withFiles(answer: Answer | null, files: readonly EvidenceFile[]): Answer | null {
  const { files: _before, ...rest } = answer ?? {};
  if (files.length > 0) return { ...rest, files: [...files] };
  return Object.keys(rest).some((key) => !["date", "by", "check"].includes(key)) ? rest : null;
}

const has = ({ files = [] }: Answer, sha256: string): boolean => files.some((file) => file.sha256 === sha256);
