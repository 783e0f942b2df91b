import { z } from "zod";
import { carriableText } from "../../core/assessment/text";
import type { ReportDocument } from "../document";
import { learnGlyphs } from "./glyphs";
import { plainForms } from "./printable";
import { tagRowHeaders } from "./row-headings";
import { standardTheme, type Theme } from "../theme";
import { templateData } from "./template-data";
import { fontFamilies, runTypst, type PdfStandard } from "./typst";

export type { PdfStandard };
export type PdfAttachment = { name: string; mediaType: string; description: string; data: Uint8Array };
export type PdfOptions = {
  /** `ua-1` for readers, `a-2b` and `a-3a` for archives. */
  standard: PdfStandard;
  /** The data the report was made from, carried inside the file; not allowed in `a-2b`. */
  attachment?: PdfAttachment;
  theme?: Theme;
};

/**
 * The report as a PDF file; the same document always gives the same bytes.
 * Synchronous, and each text leaves some memory behind: to be called in a process that is replaced now and then.
 * @throws Error where the file would break its standard, as with a skipped heading level or a drawing that is none.
 */
export function renderPdf(document: ReportDocument, { standard, attachment, theme = standardTheme }: PdfOptions): Uint8Array {
  learnGlyphs(charactersOf(document));
  const { data: attached, ...about } = attachment ?? { data: null };
  const logo = logoOf(document);
  const file = runTypst({
    template: "report.typ",
    standard,
    ...(document.cover === null && { inputs: layouts, fits: endsWell }),
    files: {
      "report.json": Buffer.from(
        JSON.stringify({ ...templateData(document, theme), fonts: fontFamilies, attachment: attachment ? about : null }),
      ),
      "theme.json": Buffer.from(JSON.stringify({ colours: theme.colours, book: theme.book, paper: theme.paper })),
      ...(logo && { logo: logo.data }),
      ...(attached && { attachment: attached }),
    },
  });
  return tagRowHeaders(file);
}

/**
 * Ways to lay out a short paper, from the usual one on: how much of a page a chapter wants to begin on it, in
 * millimetres, and how much air there is between lines and rows. Letters never change their size.
 */
const layouts = [1, 0.9, 1.15, 0.8, 1.3].flatMap((air) => [100, 70, 130, 50].map((room) => ({ room: `${room}`, air: `${air}` })));
const endSchema = z.tuple([z.object({ page: z.number(), fullness: z.number() })]);

/** A last page that is less than a third full looks forgotten. */
function endsWell(end: unknown): boolean {
  const [{ page, fullness }] = endSchema.parse(end);
  return page === 1 || fullness > 0.36;
}

const logoOf = ({ cover, letterhead }: ReportDocument) => (cover ? cover.logo : letterhead);

/** In both forms a letter with accents can have, and with the signs that the layout adds. */
function charactersOf(document: ReportDocument): string {
  // The picture's bytes are no text.
  const text = JSON.stringify(document, (name, value: unknown) => (name === "data" ? undefined : value));
  return text + carriableText(text).normalize("NFC") + plainForms(text) + "–…";
}
