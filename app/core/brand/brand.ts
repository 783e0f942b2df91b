import { z } from "zod";
import { freeText } from "../assessment/text";
import { contrast, dimmed, enoughContrast, mixed } from "./colour";

/** Longest texts, in characters, and largest files as they arrive, in bytes. */
export const brandLimits = { text: 200, logoBytes: 2_000_000, templateBytes: 2_000_000 } as const;

/** The typefaces that travel with the application. */
export const typefaceIds = ["fira-sans", "source-serif-4"] as const;
export type TypefaceId = (typeof typefaceIds)[number];

/** Who speaks in a document: whoever advises, or the organisation itself. */
export const voices = ["consultant", "organisation"] as const;
export type Voice = (typeof voices)[number];

export type ColourFault = "no-colour" | "too-light";

/** How far a colour stands apart from the lightest surface that text in it stands on. */
export const contrastOfBrand = (colour: string): number => contrast(colour, surfaceOf(colour));

/** The surface behind what is set in a colour. */
export const surfaceOf = (colour: string): string => mixed(colour, 0.12);

/** What makes a colour unfit for print; null where nothing does. */
export function colourFault(colour: string): ColourFault | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return "no-colour";
  return contrastOfBrand(colour) < enoughContrast ? "too-light" : null;
}

/** The lightest tone of a colour that can be read on paper, to a twentieth of its light. */
export function readableTone(colour: string): string {
  const tones = Array.from({ length: 21 }, (_, step) => dimmed(colour, 1 - step / 20));
  return tones.find((tone) => colourFault(tone) === null) ?? "#000000";
}

/** As people write a colour besides: without the sign, or with one digit a channel. */
export function colourTyped(text: string): string {
  const [, digits = ""] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === "") return text.trim();
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

const colourMessages: Record<ColourFault, string> = {
  "no-colour": "must be a colour such as #2044aa",
  "too-light": `is too light to be read on paper: a contrast of ${enoughContrast} is needed`,
};

export const colourSchema = z
  .string()
  .meta({ pattern: "^#[0-9a-fA-F]{6}$" })
  .superRefine((colour, context) => {
    const fault = colourFault(colour);
    if (fault) context.addIssue({ code: "custom", message: colourMessages[fault] });
  })
  .transform((colour) => colour.toLowerCase());

/** Empty is none. */
const text = freeText(brandLimits.text).transform((said) => said || null);

/** A picture file's bytes in Base64, found sound when it came in. */
export const logoSchema = z.strictObject({ type: z.enum(["png", "jpeg"]), base64: z.base64().max(280_000) });

/** A Word template as we keep it: only what a document takes from it. */
export const templateSchema = z.strictObject({ base64: z.base64().max(700_000) });

/** Why a file is no template: of another kind or broken, with macros, with something that reaches outside, too large. */
export type TemplateFault = "no-template" | "macros" | "outside" | "too-large";

const fields = {
  /** Whose documents they are; stands where the product's name would. */
  name: text.nullable(),
  logo: logoSchema.nullable(),
  colour: colourSchema.nullable(),
  typeface: z.enum(typefaceIds),
  /** Stands at the foot of each page. */
  footer: text.nullable(),
  /** How to reach who answers for it: on the cover, or at the foot of a short paper. */
  contact: text.nullable(),
  voice: z.enum(voices),
  /** For Word files: styles, theme, page, head and foot. */
  template: templateSchema.nullable(),
};

/** How somebody's documents look and who they come from: set once, it reaches every kind of document. */
export const brandSchema = z.strictObject({
  name: fields.name.default(null),
  logo: fields.logo.default(null),
  colour: fields.colour.default(null),
  typeface: fields.typeface.default("fira-sans"),
  footer: fields.footer.default(null),
  contact: fields.contact.default(null),
  voice: fields.voice.default("consultant"),
  template: fields.template.default(null),
});
/** Some of it: what is not named stays as it is. */
export const brandChangeSchema = z.strictObject(fields).partial();
export type Brand = z.infer<typeof brandSchema>;

export const noBrand: Brand = brandSchema.parse({});
