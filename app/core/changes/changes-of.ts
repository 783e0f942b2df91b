import { levelOf, type Answer } from "../assessment/answer";
import { written, type ChangeKind, type NewChange, type WorkshopChange } from "./change";

type Fields = Readonly<Record<string, unknown>>;

/** What differs between two answers to an item; null: none. */
export function answerChanges(item: string, before: Answer | null, after: Answer | null): NewChange[] {
  const reasonOf = (answer: Answer | null) => (answer && "reason" in answer ? answer.reason : undefined);
  return [
    change("answer", item, answerValue(before), answerValue(after)),
    change("reason", item, textValue(reasonOf(before)), textValue(reasonOf(after)), reasonOf(before) !== reasonOf(after)),
    change("note", item, textValue(before?.note), textValue(after?.note), before?.note !== after?.note),
    change("evidence", item, textValue(before?.evidence), textValue(after?.evidence), before?.evidence !== after?.evidence),
  ].flat();
}

/** What a second person says of an answer, instead of what. */
export const checkChange = (item: string, from: string | null, to: string): NewChange => ({ what: "check", of: item, from, to });

/** A file that was added to an item's evidence, or taken away. */
export const fileChange = (item: string, from: string | null, to: string | null): NewChange => ({ what: "file", of: item, from, to });

/**
 * What differs between two states of a form.
 * @param isText whether a field holds what somebody wrote; none does unless told.
 */
export function fieldChanges(
  what: ChangeKind,
  before: Fields,
  after: Fields,
  isText: (field: string) => boolean = () => false,
): NewChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    const isOther = JSON.stringify(from) !== JSON.stringify(to);
    return isText(field)
      ? change(what, field, textValue(from), textValue(to), isOther)
      : change(what, field, valueOf(from), valueOf(to), isOther);
  });
}

/** What happened in a workshop: as a whole, or with the votes on an item. */
export const workshopChange = (of: string, to: WorkshopChange): NewChange => ({ what: "workshop", of, from: null, to });

/** One change of the assessment as a whole. */
export const wholeChange = (what: ChangeKind, from: string | null, to: string | null): NewChange => ({ what, of: "", from, to });

function change(what: ChangeKind, of: string, from: string | null, to: string | null, isOther = from !== to): NewChange[] {
  return isOther ? [{ what, of, from, to }] : [];
}

/** The level, `dk` or `na`; null while it is open. */
export function answerValue(answer: Answer | null): string | null {
  if (answer && "answer" in answer) return answer.answer;
  const level = levelOf(answer ?? undefined);
  return level === "open" ? null : String(level);
}

const textValue = (text: unknown): string | null => (text === undefined || text === "" || text === null ? null : written);

/** A number, a choice or a day as it is kept; a target as both of its parts. */
function valueOf(value: unknown): string | null {
  if (value === undefined || value === "" || value === null) return null;
  if (typeof value === "object") return Object.values(value).map(String).join(" ").slice(0, 64);
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 64);
}
