import { z } from "zod";
import type { Part } from "./part";

/** The input that carries a file which was chosen before and not kept: a browser does not let a page choose it again. */
export const chosenName = (name: string) => `${name}-chosen`;
export const removeName = (name: string) => `${name}-remove`;

/**
 * A file, read before the parts are (`takeFile`). With none the value stays as it is unless it is to be removed.
 * @param schema of what is kept of it.
 * @param faults why a file is refused, in the reader's language.
 */
export function filePart<Fault extends string>(name: string, schema: z.ZodType, faults: Record<Fault, string>, unreadable: Fault): Part {
  const takenSchema = z.union([z.strictObject({ fault: z.enum(Object.keys(faults) as [Fault, ...Fault[]]) }), schema]);
  const parseTaken = (text: string): unknown => {
    try {
      return takenSchema.parse(JSON.parse(text));
    } catch {
      return { fault: unreadable };
    }
  };
  return {
    name,
    inputs: [name, chosenName(name), removeName(name)],
    read(typed) {
      const text = typed[name] || typed[chosenName(name)];
      if (!text) return typed[removeName(name)] ? { value: undefined } : { kept: true };
      const taken = parseTaken(text);
      const fault = typeof taken === "object" && taken !== null && "fault" in taken ? (taken.fault as Fault) : null;
      return fault ? { errors: { [name]: faults[fault] } } : { value: taken };
    },
    write: () => ({ [name]: "", [chosenName(name)]: "", [removeName(name)]: "" }),
  };
}

/**
 * Puts what a chosen file holds, or what is wrong with it, into the form in place of the file.
 * @param mostBytes of a file as it arrives.
 */
export async function takeFile(
  form: FormData,
  name: string,
  mostBytes: number,
  read: (bytes: Uint8Array) => Promise<object>,
): Promise<void> {
  const file = form.get(name);
  if (!file || typeof file === "string") return;
  if (file.size === 0) return form.set(name, "");
  const taken = file.size > mostBytes ? { fault: "too-large" } : await read(new Uint8Array(await file.arrayBuffer()));
  form.set(name, JSON.stringify(taken));
}

type ReadPicture = (bytes: Uint8Array) => Promise<{ type: "png" | "jpeg"; data: Uint8Array } | { fault: string }>;

/** The same of a logo. */
export const takeLogo = (form: FormData, mostBytes: number, readPicture: ReadPicture): Promise<void> =>
  takeFile(form, "logo", mostBytes, async (bytes) => {
    const picture = await readPicture(bytes);
    return "fault" in picture ? picture : { type: picture.type, base64: Buffer.from(picture.data).toString("base64") };
  });
