import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { brandSchema, type Brand } from "../core/brand/brand";
import { drawingFontFiles } from "../documents/fonts";
import { readPicture } from "../intake/read-picture";

/** The file says where the logo's picture lies, as seen from itself. */
const fileSchema = z.looseObject({ logo: z.string().nullable().default(null) });

/**
 * A brand from its file (YAML) and the picture that it names.
 * @throws Error with what is wrong.
 */
export async function readBrand(file: string, readInput: (name: string) => Promise<Uint8Array>): Promise<Brand> {
  const read = fileSchema.safeParse(parse(new TextDecoder().decode(await readInput(file))));
  if (!read.success) throw new Error("it names no brand: write lines such as name: …, colour: …");
  const { logo, ...rest } = read.data;
  const picture = logo === null ? null : await readPicture(await readInput(join(dirname(file), logo)), drawingFontFiles);
  if (picture && "fault" in picture) throw new Error(`logo: the picture is ${picture.fault}`);
  const stored = picture && { type: picture.type, base64: Buffer.from(picture.data).toString("base64") };
  const brand = brandSchema.safeParse({ ...rest, logo: stored });
  if (!brand.success) throw new Error(brand.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ")); // prettier-ignore
  return brand.data;
} // prettier-ignore
