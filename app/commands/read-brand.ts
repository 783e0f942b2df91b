import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { brandSchema, type Brand, type TemplateFault } from "../core/brand/brand";
import { drawingFontFiles } from "../documents/fonts";
import { readPicture } from "../intake/read-picture";
import { readTemplate } from "../intake/read-template";

/** The file says where picture and template lie, as seen from itself. */
const name = z.string().nullable().default(null);
const fileSchema = z.looseObject({ logo: name, template: name });

/**
 * A brand from its file (YAML) and the files that it names.
 * @throws Error with what is wrong.
 */
export async function readBrand(file: string, readInput: (name: string) => Promise<Uint8Array>): Promise<Brand> {
  const read = fileSchema.safeParse(parse(new TextDecoder().decode(await readInput(file))));
  if (!read.success) throw new Error("it names no brand: write lines such as name: …, colour: …");
  const { logo, template, ...rest } = read.data;
  const beside = (other: string) => readInput(join(dirname(file), other));
  const picture = logo === null ? null : await readPicture(await beside(logo), drawingFontFiles);
  if (picture && "fault" in picture) throw new Error(`logo: the picture is ${picture.fault}`);
  const stored = picture && { type: picture.type, base64: Buffer.from(picture.data).toString("base64") };
  const brand = brandSchema.safeParse({ ...rest, logo: stored, template: template === null ? null : takenTemplate(await beside(template)) });
  if (!brand.success) throw new Error(brand.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ")); // prettier-ignore
  return brand.data;
} // prettier-ignore

const whyNot: Record<TemplateFault, string> = {
  "no-template": "no sound .dotx or .docx file",
  macros: "with macros; save it as .dotx without them",
  outside: "with objects, fields or links that reach outside the file",
  "too-large": "too large; take large pictures out of head and foot",
};

/** A Word template from its file. @throws Error with what is wrong. */
export function takenTemplate(bytes: Uint8Array): { base64: string } {
  const taken = readTemplate(bytes);
  if ("fault" in taken) throw new Error(`template: the file is ${whyNot[taken.fault]}`);
  return taken;
}
