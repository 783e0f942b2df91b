import { surfaceOf, type Brand } from "../core/brand/brand";
import { mixed } from "../core/brand/colour";
import type { Locale } from "../i18n/index";
import type { Picture, ReportDocument } from "./document";
import { typefaces } from "./fonts";
import { stageColoursOf, standardTheme, type Theme } from "./theme";

/** The theme with the brand's colour and typeface in place of our own. States keep their colours: they mean something. */
export function themeOf(brand: Brand | undefined): Theme {
  if (!brand) return standardTheme;
  const theme = { ...standardTheme, typeface: typefaces[brand.typeface] };
  const action = brand.colour;
  if (action === null) return theme;
  return {
    ...theme,
    colours: { ...standardTheme.colours, action, hued: surfaceOf(action), underline: mixed(action, 0.35) },
    chart: { ...standardTheme.chart, mark: action },
    stages: stageColoursOf(action),
  };
}

/**
 * The document as the brand's own; what an author has written into this report goes before it. Who advises answers for
 * the text, unless the organisation is to speak itself.
 */
export function branded(document: ReportDocument, brand: Brand | undefined, author: string | undefined, { messages }: Locale): ReportDocument {
  if (!brand) return document;
  const logo = pictureOf(brand);
  const name = brand.name ?? document.product;
  const answers = author || (brand.voice === "consultant" ? brand.name : null);
  const foot = [brand.footer ?? brand.name ?? document.footer ?? name, document.cover ? null : brand.contact].filter(Boolean).join(" · ");
  const { document: words } = messages;
  const isTold = document.cover?.facts.some(({ term }) => term === words.author);
  return {
    ...document,
    author: answers || document.author,
    product: name,
    footer: foot,
    letterhead: document.letterhead ?? (document.cover ? null : logo),
    cover: document.cover && {
      ...document.cover,
      logo: document.cover.logo ?? logo,
      facts: [
        ...document.cover.facts,
        ...(answers && !isTold ? [{ term: words.author, text: answers }] : []),
        ...(brand.contact ? [{ term: words.contact, text: brand.contact }] : []),
      ],
    },
  };
} // prettier-ignore

const pictureOf = ({ logo, name }: Brand): Picture | null =>
  logo && {
    type: logo.type,
    data: Uint8Array.from(Buffer.from(logo.base64, "base64")),
    alternative: ["Logo", name].filter(Boolean).join(": "),
  };
