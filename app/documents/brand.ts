import { z } from "zod";
import type { Locale } from "../i18n/index";
import type { Picture, ReportDocument } from "./document";
import { standardTheme, type Theme } from "./theme";

const text = z.string().trim().min(1).max(200);
/** Contrast of text with what it stands on (WCAG 2.2, 1.4.3). */
const enough = 4.5;

/** How somebody's documents look and who they come from: set once, it reaches every kind of document. */
export const brandSchema = z.strictObject({
  name: text,
  /** Bytes in Base64 of a picture that was found sound. */
  logo: z.strictObject({ type: z.enum(["png", "jpeg"]), base64: z.base64() }).nullable().default(null),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #2044aa" })
    .transform((colour) => colour.toLowerCase())
    .refine((colour) => contrast(colour, surfaceOf(colour)) >= enough, { error: `is too light to be read on paper: a contrast of ${enough} is needed` })
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

const channels = (colour: string) => [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));

/** So much of a colour on white paper. */
function mixed(colour: string, share: number): string {
  const parts = channels(colour).map((value) => Math.round(255 - (255 - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

const surfaceOf = (colour: string) => mixed(colour, 0.12);

/** How far two colours stand apart, from 1 to 21, as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
