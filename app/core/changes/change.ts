import { z } from "zod";

/**
 * Who changed something, as far as that is known: whoever held the link for editing or for checking, somebody who was asked, who
 * moderated a workshop or took part in it, a program over the API, nobody here, because it came with a file, or whoever the assessment is shared with through a Mappe.
 */
export const actorSchema = z.enum(["edit-link", "check-link", "colleague", "moderator", "participant", "api", "file", "mappe"]);
export type Actor = z.infer<typeof actorSchema>;

/**
 * What is changed. `part`: that somebody who was asked has answered, not what, because that can be deleted with them. `full` ends
 * the history of an assessment that has been changed too often.
 */
export const changeKindSchema = z.enum([
  ...(["begun", "model", "kept", "round-closed", "round-begun", "plan-taken", "plan-freed", "facts-checked", "full"] as const),
  ...(["person", "names", "agreed", "part", "check", "workshop"] as const),
  ...(["answer", "reason", "note", "evidence", "file", "profile", "weight", "fact", "limit", "step", "text", "target", "brand"] as const),
]);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** What befalls somebody who was asked to answer a part. */
export type PersonChange = "asked" | "changed" | "renewed" | "revoked" | "erased" | "done" | "asks" | "answering";

/** What happens in a workshop: as a whole, or with the votes on a question. */
export type WorkshopChange = "opened" | "moderator" | "shown" | "again" | "closed";

/** Stands for what somebody wrote: history says that it was written, not what (docs/decisions/0044). */
export const written = "…";

/** One thing that was changed, from what to what; null: nothing stood there, or stands there now. */
export type NewChange = {
  what: ChangeKind;
  /** Item, field or number of the round, whatever `what` is of; "" for the assessment as a whole. */
  of: string;
  from: string | null;
  to: string | null;
  /** Id of who of the team it was, or whom it befell: it has no name any more once they are deleted, and no file carries it along. */
  person?: string;
};

const value = z.string().max(64).nullable();
/** A change with when (ISO 8601, UTC) and by whom. */
export const changeSchema = z.strictObject({
  at: z.iso.datetime(),
  by: actorSchema,
  what: changeKindSchema,
  of: z.string().regex(/^[\w.-]{0,130}$/),
  from: value,
  to: value,
});
export type Change = z.infer<typeof changeSchema>;
/** As it is looked at here: with the id of who of the team it was about. */
export type KeptChange = Change & { person: string | null };

/** So many are kept of an assessment; the last of them says that there are no more. */
export const mostChanges = 5_000;
/** Whoever goes on writing the same text within so many milliseconds has changed it once. */
export const sameWriting = 10 * 60 * 1000;
