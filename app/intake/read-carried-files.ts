import type { SaveFileResult } from "../core/assessment/parse-save-file";
import type { SaveFileFault } from "../core/assessment/save-file";
import type { Logo } from "../core/assessment/author-text";
import type { Brand } from "../core/brand/brand";
import type { SoundPicture } from "./read-picture";

/** How pictures and templates are looked at, as when somebody gives them in a form. */
export type FileReaders = {
  picture(bytes: Uint8Array): Promise<SoundPicture | { fault: string }>;
  template(bytes: Uint8Array): Promise<{ base64: string } | { fault: string }>;
};

/**
 * Looks at the files that a save file carries: a brand's logo and template, and the author's logo. They are decoded and written
 * anew as those that somebody gives in a form or over the API, so that no other file comes in by this way.
 * @returns the assessment with the files as they are to be stored, or every fault of theirs.
 */
export async function readCarriedFiles(result: SaveFileResult, readers: FileReaders): Promise<SaveFileResult> {
  if (!result.assessment) return result;
  const { brand, authorText } = result.assessment;
  const faults: SaveFileFault[] = [];
  const bytesOf = ({ base64 }: { base64: string }) => new Uint8Array(Buffer.from(base64, "base64"));
  const readLogo = async (logo: Logo, path: string): Promise<Logo> => {
    const read = await readers.picture(bytesOf(logo));
    if (!("fault" in read)) return { type: read.type, base64: Buffer.from(read.data).toString("base64") };
    faults.push({ path, code: "not-a-picture" });
    return logo;
  };
  const readTemplate = async (template: NonNullable<Brand["template"]>): Promise<NonNullable<Brand["template"]>> => {
    const read = await readers.template(bytesOf(template));
    if (!("fault" in read)) return read;
    faults.push({ path: "brand.template", code: "not-a-template" });
    return template;
  };
  const assessment = {
    ...result.assessment,
    brand: brand && {
      ...brand,
      logo: brand.logo && (await readLogo(brand.logo, "brand.logo")),
      template: brand.template && (await readTemplate(brand.template)),
    },
    authorText: authorText && { ...authorText, logo: authorText.logo && (await readLogo(authorText.logo, "texts.logo")) },
  };
  return faults.length > 0 ? { assessment: null, writtenUnder: null, faults } : { ...result, assessment };
}
