import type { Actor, NewChange, PersonChange } from "../app/core/changes/change";
import { wholeChange } from "../app/core/changes/changes-of";
import type { WatchedChange } from "./change-assessment";

/** Writes columns of one person. @returns false where there is no such person any more. */
export async function changePerson(
  changeThis: WatchedChange,
  { assessmentId, id }: { assessmentId: string; id: string },
  columns: Record<string, unknown>,
  now: Date,
  what: PersonChange,
  by?: Actor,
): Promise<boolean> {
  const done = await changeThis(
    assessmentId,
    now,
    async (transaction) => {
      const row = transaction("people").where({ assessment_id: assessmentId, id });
      const isDone = (await row.update({ ...columns, updated_at: now.toISOString() })) > 0;
      return { changes: isDone ? [personChange(id, what)] : [], result: isDone };
    },
    by,
  );
  return done ?? false;
}

export const personChange = (person: string, what: PersonChange): NewChange => ({ ...wholeChange("person", null, what), person });
