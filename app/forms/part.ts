import type { z } from "zod";

/** What stands in inputs, as typed, by their names; "" where nothing is typed, chosen or ticked. */
export type Typed = Record<string, string>;

/**
 * One thing of a form that is kept, tagged and saved by itself: mostly what one input holds; an answer with its remarks
 * takes four. `name` is the field of a `FieldChange`.
 */
export type Part = {
  name: string;
  inputs: string[];
  /** @returns the value to keep (undefined: none), or what is wrong by input, in the reader's language; `kept`: leave it as it is. */
  read: (typed: Typed) => { value: unknown } | { errors: Typed } | { kept: true };
  /** The value as people would type it. */
  write: (value: unknown) => Typed;
};

/** The hidden input that carries the tag of the value which the form was made from. */
export const seenName = (part: string) => `${part}.seen`;
/** The hidden input that carries what a page has sent before without hearing back. */
export const triedName = (part: string) => `${part}.tried`;

/**
 * A part with one input.
 * @param usual what the input shows where nothing is kept; typed, it keeps nothing either.
 */
export function fieldPart(
  name: string,
  schema: z.ZodType<unknown>,
  error: string | ((typed: string) => string),
  { usual = "", print = String }: { usual?: string; print?: (value: unknown) => string } = {},
): Part {
  return {
    name,
    inputs: [name],
    read(typed) {
      const text = typed[name] ?? "";
      const result = schema.safeParse(text);
      if (result.success) return { value: result.data === usual ? undefined : result.data };
      return { errors: { [name]: typeof error === "string" ? error : error(text) } };
    },
    write: (value) => ({ [name]: value === undefined ? usual : print(value) }),
  };
}
