import { versionTag, type Level } from "../../app/core/assessment/answer";
import { saveResultSchema } from "../../app/forms/save-result";
import type { Visitor } from "../http/visitor";

/** Answer number `count` to a question: its level and note tell which one it is. */
export const answerNumber = (count: number) => ({ level: (count % 5) as Level, note: `Antwort ${count}` });

/** How far one question has got: the answer acknowledged last in this round and the one sent last, by number, and the mark of the stored one. */
export type Progress = { acknowledged: number | null; sent: number; seen: string };

export const noProgress = (): Progress => ({ acknowledged: null, sent: 0, seen: versionTag(null) });

/** Answers one question again and again, as fast as the server acknowledges, until the server is gone or refuses. */
export async function keepAnswering(visitor: Visitor, id: string, item: string, progress: Progress): Promise<void> {
  for (;;) {
    progress.sent += 1;
    const { level, note } = answerNumber(progress.sent);
    // An answer that breaks off half-way is no acknowledgement either.
    const said = await visitor
      .saveAnswer(id, item, { choice: String(level), note }, progress.seen)
      .then(async (response) => (response.status === 200 ? await response.text() : null))
      .catch(() => null);
    if (said === null) return;
    progress.seen = saveResultSchema.parse(JSON.parse(said)).saved[item] ?? "";
    progress.acknowledged = progress.sent;
  }
}
