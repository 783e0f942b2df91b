import { z } from "zod";
import {
  brandLimits,
  colourFault,
  colourTyped,
  readableTone,
  colourSchema,
  contrastOfBrand,
  logoSchema,
  noBrand,
  templateSchema,
  typefaceIds,
  voices,
} from "../../core/brand/brand";
import type { Locale } from "../../i18n/index";
import { filePart } from "../file-part";
import { fieldPart, type Part } from "../part";
import { textPart } from "../text-part";

/** Whose documents they are and how they look; in the order of the form. */
export function brandParts({ messages, points }: Locale): Part[] {
  const { branding, writing } = messages;
  const text = (name: "name" | "footer" | "contact") => textPart(name, branding[name], brandLimits.text, messages);
  const whyNot = (typed: string) => {
    const colour = colourTyped(typed);
    const fault = colourFault(colour) ?? "no-colour";
    return fault === "too-light" ? branding.errors[fault](points(contrastOfBrand(colour)), readableTone(colour)) : branding.errors[fault];
  };
  return [
    text("name"),
    filePart("logo", logoSchema, writing.logoFaults, "unreadable"),
    fieldPart("colour", z.string().transform(colourTyped).pipe(z.union([z.literal(""), colourSchema])), whyNot),
    fieldPart("typeface", z.enum(typefaceIds), branding.errors.typeface, { usual: noBrand.typeface }),
    text("footer"),
    text("contact"),
    filePart("template", templateSchema, branding.templateFaults, "no-template"),
    fieldPart("voice", z.enum(voices), branding.errors.voice, { usual: noBrand.voice }),
  ];
} // prettier-ignore
