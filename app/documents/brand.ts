import { z } from "zod";
import type { Locale } from "../i18n/index";
import type { Picture, ReportDocument } from "./document";
import { contrast, enoughContrast, mixed } from "./colour";
import { stageColoursOf, standardTheme, type Theme } from "./theme";

const text = z.string().trim().min(1).max(200);

/** How somebody's documents look and who they come from: set once, it reaches every kind of document. */
export const brandSchema = z.strictObject({
  name: text,
  /** Bytes in Base64 of a picture that was found sound. */
  logo: z.strictObject({ type: z.enum(["png", "jpeg"]), base64: z.base64() }).nullable().default(null),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #2044aa" })
    .transform((colour) => colour.toLowerCase())
    .refine((colour) => contrast(colour, surfaceOf(colour)) >= enoughContrast, { error: `is too light to be read on paper: a contrast of ${enoughContrast} is needed` })
    .nullable()
    .default(null),
  /** Stands at the foot of each page. */
  footer: text.nullable().default(null),
  /** How to reach who answers for it: on the cover, or at the foot of a short paper. */
  contact: text.nullable().default(null),
}); // prettier-ignore
export type Brand = z.infer<typeof brandSchema>;

/** The theme with the brand's colour in place of our own. States keep their colours: they mean something. */
export function themeOf(brand: Brand | undefined): Theme {
  if (!brand?.colour) return standardTheme;
  const action = brand.colour;
  return {
    ...standardTheme,
    colours: { ...standardTheme.colours, action, hued: surfaceOf(action), underline: mixed(action, 0.35) },
    chart: { ...standardTheme.chart, mark: action },
    stages: stageColoursOf(action),
  };
}

/** The document as the brand's own; what an author has written into this report goes before it. */
export function branded(document: ReportDocument, brand: Brand | undefined, author: string | undefined, { messages }: Locale): ReportDocument {
  if (!brand) return document;
  const logo = pictureOf(brand);
  const foot = [brand.footer ?? brand.name, document.cover ? null : brand.contact].filter(Boolean).join(" · ");
  return {
    ...document,
    author: author || brand.name,
    product: brand.name,
    footer: foot,
    letterhead: document.letterhead ?? (document.cover ? null : logo),
    cover: document.cover && {
      ...document.cover,
      logo: document.cover.logo ?? logo,
      facts: [...document.cover.facts, ...(brand.contact ? [{ term: messages.document.contact, text: brand.contact }] : [])],
    },
  };
} // prettier-ignore

const pictureOf = ({ logo, name }: Brand): Picture | null =>
  logo && { type: logo.type, data: Uint8Array.from(Buffer.from(logo.base64, "base64")), alternative: `Logo: ${name}` };

const surfaceOf = (colour: string) => mixed(colour, 0.12);
