import { z } from "zod";
import { carriableText } from "../../core/assessment/text";
import type { Look, ReportDocument } from "../document";
import { learnGlyphs } from "./glyphs";
import { plainForms } from "./printable";
import { tagRowHeaders } from "./row-headings";
import { rasterised } from "../rasterise";
import { standardTheme, type Theme } from "../theme";
import { templateData } from "./template-data";
import { fontFamiliesOf, drawTypst, runTypst, type PdfStandard, type TypstJob } from "./typst";

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
  const { data: attached = null, ...about } = attachment ?? {};
  const job = jobOf(document, theme, attachment ? about : null);
  return tagRowHeaders(runTypst({ ...job, standard, files: { ...job.files, ...(attached && { attachment: attached }) } }));
}

/** The same as a picture, PNG, of its first page. @param width in pixels. */
export function renderPng(document: ReportDocument, width: number, theme = standardTheme): Uint8Array {
  const page = drawTypst(jobOf(document, theme, null));
  // A drawing inside of a drawing would lose its letters.
  const flat = page.replace(/data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g, (_, svg: string) => {
    const picture = rasterised(Buffer.from(svg, "base64").toString(), width, theme);
    return `data:image/png;base64,${Buffer.from(picture).toString("base64")}`;
  });
  return rasterised(flat, width, theme);
}

/** What the first file of a process would wait for: the compiler with its fonts, and which of them has which letter. */
export const makeReady = (): void => learnGlyphs("", standardTheme.typeface);

function jobOf(document: ReportDocument, theme: Theme, attachment: object | null): TypstJob {
  learnGlyphs(charactersOf(document), theme.typeface);
  const logo = logoOf(document);
  const { colours, book, paper, slide } = theme;
  return {
    template: "report.typ",
    ...waysToLayOut[document.look],
    files: {
      "report.json": Buffer.from(JSON.stringify({ ...templateData(document, theme), fonts: fontFamiliesOf(theme.typeface), attachment })),
      "theme.json": Buffer.from(JSON.stringify({ colours, book, paper, slide })),
      ...(logo && { logo: logo.data }),
    },
  };
}

/**
 * Ways to lay out a short paper, from the usual one on: how much of a page a chapter wants to begin on it, in
 * millimetres, and how much air there is between lines and rows. Letters never change their size.
 */
const layouts = [1, 1.05, 0.9, 1.15, 0.8, 1.3].flatMap((air) => [100, 85, 70, 130, 50].map((room) => ({ room: `${room}`, air: `${air}` })));
const endSchema = z.tuple([z.object({ page: z.number(), fullness: z.number(), "lone-row": z.boolean() })]);

/** A last page that is less than a third full looks forgotten, and so does the sum of a table on the next page. */
function endsWell(end: unknown): boolean {
  const [{ page, fullness, "lone-row": isRowAlone }] = endSchema.parse(end);
  return page === 1 || (fullness > 0.36 && !isRowAlone);
}

/** As much air as one page leaves; only under a name of several lines the title is written smaller. */
const slideAir = [1.6, 1.3, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
const slideLayouts = [1, 0.7].flatMap((title) => slideAir.map((air) => ({ air: `${air}`, title: `${title}` })));
const isOnePage = (end: unknown) => endSchema.parse(end)[0].page === 1;

const waysToLayOut: Record<Look, Pick<TypstJob, "inputs" | "fits">> = {
  book: {},
  paper: { inputs: layouts, fits: endsWell },
  slide: { inputs: slideLayouts, fits: isOnePage },
};

const logoOf = ({ cover, letterhead }: ReportDocument) => (cover ? cover.logo : letterhead);

/** In both forms a letter with accents can have, and with the signs that the layout adds. */
function charactersOf({ cover, letterhead, ...document }: ReportDocument): string {
  // The picture's bytes are no text.
  const pictures = [letterhead?.alternative, cover?.logo?.alternative];
  const text = JSON.stringify([document, cover && { ...cover, logo: null }, pictures]);
  return text + carriableText(text).normalize("NFC") + plainForms(text) + "–…";
}
