import { fieldTag, type FieldChange, type FieldConflict } from "../core/assessment/merge-fields";
import { seenName, triedName, type Part, type Typed } from "./part";
import type { SaveResult } from "./save-result";
import { textOf } from "./text-of";

/** What a form shows: what is typed and what is wrong by input; tags, and values of somebody else, by part. */
export type FormState = { typed: Typed; seen: Record<string, string>; errors: Typed; conflicts: Record<string, Typed> };

/** What is kept, by part. */
export type Stored = Record<string, unknown>;

/** @returns the conflicts, or null where there is nothing to save to any more. */
export type SaveChanges = (changes: FieldChange[]) => Promise<FieldConflict[] | null>;

/** A form as it is opened. */
export function formState(parts: Part[], stored: Stored): FormState {
  return {
    typed: Object.assign({}, ...parts.map(({ name, write }) => write(stored[name]))) as Typed,
    seen: Object.fromEntries(parts.map(({ name }) => [name, fieldTag(stored[name])])),
    errors: {},
    conflicts: {},
  };
}

/** Those of which a form says anything. */
export function sentParts(parts: Part[], form: FormData): Part[] {
  const sent = new Set(form.keys());
  return parts.filter(({ name, inputs }) => sent.has(seenName(name)) || inputs.some((input) => sent.has(input)));
}

/**
 * Saves what a form has sent, as a whole or some parts of it: only what was changed since the form was made, and nothing
 * over a newer value of somebody else.
 * @param stored what was kept just now.
 * @returns what came of each part that was sent, and the form to show again; null where there is nothing to save to.
 */
export async function submitParts(
  parts: Part[],
  form: FormData,
  stored: Stored,
  save: SaveChanges,
): Promise<{ result: SaveResult; state: FormState } | null> {
  const state = formState(parts, stored);
  const sent = sentParts(parts, form).filter(({ name }) => textOf(form, "take") !== name);
  const saved: Record<string, string> = {};
  const changes: FieldChange[] = [];
  for (const part of sent) {
    const typed = typedIn(part, form);
    Object.assign(state.typed, typed);
    const seen = (state.seen[part.name] = seenBy(part, form, stored));
    const read = part.read(typed);
    if ("errors" in read) Object.assign(state.errors, read.errors);
    else if ("kept" in read) saved[part.name] = seen;
    else {
      saved[part.name] = fieldTag(read.value);
      // What nobody has touched here may have been changed elsewhere, and stays so.
      if (saved[part.name] !== seen) changes.push({ field: part.name, seen, next: read.value });
    }
  }
  const conflicts = changes.length > 0 ? await save(changes) : [];
  if (!conflicts) return null;
  for (const { field, stored: newer } of conflicts) {
    delete saved[field];
    const part = sent.find(({ name }) => name === field);
    if (part) state.conflicts[field] = part.write(newer);
    state.seen[field] = fieldTag(newer);
  }
  Object.assign(state.seen, saved);
  const newer = Object.entries(state.conflicts).map(([part, typed]) => [part, { typed, seen: state.seen[part] ?? "" }]);
  return { result: { saved, errors: state.errors, conflicts: Object.fromEntries(newer) as SaveResult["conflicts"] }, state };
}

/** Whether everything that was sent is kept now. */
export const isSaved = ({ errors, conflicts }: FormState): boolean =>
  Object.keys(errors).length === 0 && Object.keys(conflicts).length === 0;

const typedIn = ({ inputs }: Part, form: FormData): Typed => Object.fromEntries(inputs.map((name) => [name, textOf(form, name)]));

/**
 * The tag that the writer has seen. Where an earlier try has arrived without the page hearing of it, the value that is
 * stored is the writer's own.
 */
function seenBy(part: Part, form: FormData, stored: Stored): string {
  const current = fieldTag(stored[part.name]);
  const own = form.getAll(triedName(part.name)).some((tried) => {
    const read = part.read(parseTyped(tried));
    return "value" in read && fieldTag(read.value) === current;
  });
  return own ? current : textOf(form, seenName(part.name));
}

function parseTyped(text: FormDataEntryValue): Typed {
  return Object.fromEntries(new URLSearchParams(typeof text === "string" ? text : ""));
}
