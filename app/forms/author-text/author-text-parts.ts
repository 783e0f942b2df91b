import { z } from "zod";
import { authorTextLimits, authorTextSchema, logoFaultSchema, type Logo, type LogoFault } from "../../core/assessment/author-text";
import { commentField } from "../../core/assessment/author-text-fields";
import { languageSchema, type DimensionId } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { fieldPart, type Part } from "../part";
import { textPart } from "../text-part";

/** Who writes, the logo, and the texts; in the order of the form. */
export function authorTextParts(dimensions: { id: DimensionId; name: string }[], { language, messages }: Locale): Part[] {
  const { writing } = messages;
  return [
    textPart("author", writing.author, authorTextLimits.author, messages),
    logoPart(writing.logoFaults),
    fieldPart("language", languageSchema, writing.errors.language, { usual: language }),
    textPart("summary", writing.summary, authorTextLimits.summary, messages),
    ...dimensions.map(({ id, name }) => textPart(commentField(id), writing.comment(name), authorTextLimits.comment, messages)),
  ];
}

/** What became of a chosen file (`takeLogo`), as text in its input. */
const takenSchema = z.union([z.object({ fault: logoFaultSchema }), authorTextSchema.shape.logo.unwrap()]);

/** A picture that was read from its file; with no file the logo stays as it is unless it is to be removed. */
function logoPart(faults: Record<LogoFault, string>): Part {
  return {
    name: "logo",
    inputs: ["logo", "logo-remove"],
    read(typed) {
      if (!typed.logo) return typed["logo-remove"] ? { value: undefined } : { kept: true };
      const taken = parseTaken(typed.logo);
      return "fault" in taken ? { errors: { logo: faults[taken.fault] } } : { value: taken };
    },
    write: () => ({ logo: "", "logo-remove": "" }),
  };
}

type ReadPicture = (bytes: Uint8Array) => Promise<{ type: Logo["type"]; data: Uint8Array } | { fault: LogoFault }>;

/** Puts the picture of the chosen file, or what is wrong with it, into the form in place of the file. */
export async function takeLogo(form: FormData, readPicture: ReadPicture): Promise<void> {
  const file = form.get("logo");
  if (!file || typeof file === "string") return;
  if (file.size === 0) return form.set("logo", "");
  if (file.size > authorTextLimits.logoBytes) return form.set("logo", JSON.stringify({ fault: "too-large" }));
  const picture = await readPicture(new Uint8Array(await file.arrayBuffer()));
  const taken = "fault" in picture ? picture : { type: picture.type, base64: Buffer.from(picture.data).toString("base64") };
  form.set("logo", JSON.stringify(taken));
}

function parseTaken(text: string): z.infer<typeof takenSchema> {
  try {
    return takenSchema.parse(JSON.parse(text));
  } catch {
    return { fault: "unreadable" };
  }
}
