import type { DocumentKind, DocumentOptions } from "./document-options";
import type { Brand } from "../core/brand/brand";
import { branded, themeOf } from "./brand";
import { tableAsCsv } from "./sheets/csv";
import { documentInputOf, type DocumentInput, type Library, type ReportData } from "./material";
import type { PdfAttachment, PdfOptions, PdfStandard } from "./pdf/render-pdf";
import { withSoundBrand, withSoundLogo } from "./sound-logo";
import { paperFor } from "./papers/paper";
import { writePaper } from "./papers/write-paper";
import { reportTables } from "./sheets/tables/report-tables";

/** Everything that a document is made of: equal requests give equal documents. */
export type DocumentRequest = {
  data: ReportData;
  options: DocumentOptions;
  /** Under which address the application is reached, for links; null leaves them out. */
  origin: string | null;
  /** The assessment as its save file, which an archive copy carries. */
  saveFile: string;
  /** Whose document it is, beside what an author has written into this one. */
  brand?: Brand;
};

const standards: Partial<Record<DocumentKind, PdfStandard>> = { pdf: "ua-1", "pdf-a-2b": "a-2b", "pdf-a-3a": "a-3a" };

/** The media type and the ending of a file's name. */
export const fileTypes: Record<DocumentKind, { type: string; ending: string }> = {
  pdf: { type: "application/pdf", ending: "pdf" },
  "pdf-a-2b": { type: "application/pdf", ending: "pdf" },
  "pdf-a-3a": { type: "application/pdf", ending: "pdf" },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ending: "docx" },
  odt: { type: "application/vnd.oasis.opendocument.text", ending: "odt" },
  png: { type: "image/png", ending: "png" },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx" },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", ending: "ods" },
  csv: { type: "text/csv; charset=utf-8", ending: "csv" },
  "csv-plain": { type: "text/csv; charset=utf-8", ending: "csv" },
};

/** Pixels across a picture of the slide, as a projector shows them. */
const pictureWidth = 1920;

/** Makes a file of a report, and loads what lays out its kind when it is first wanted. It takes up to seconds and holds its thread: call it where nobody waits for that thread. */
export async function makeDocument(
  { data, options, origin, saveFile, brand: given }: DocumentRequest,
  library: Library,
): Promise<Uint8Array> {
  const { kind, language, include } = options;
  const input = documentInputOf(await withSoundLogo(data), language, include, origin, library);
  const brand = await withSoundBrand(given);
  const standard = standards[kind];
  const theme = themeOf(brand);
  const paper = (which = paperFor(input.view.track, options.paper)) =>
    branded(writePaper(which, input), brand, input.added.authorText?.author, input.locale);
  if (standard) {
    const attached: Partial<PdfOptions> = standard === "a-3a" ? { attachment: attachmentOf(saveFile, input) } : {};
    return (await import("./pdf/render-pdf")).renderPdf(paper(), { standard, theme, ...attached });
  }
  if (kind === "png") return (await import("./pdf/render-pdf")).renderPng(paper("slide"), pictureWidth, theme);
  if (kind === "docx") return (await import("./docx/render-docx")).renderDocx(paper(), theme, brand?.template);
  if (kind === "odt") return (await import("./odt/render-odt")).renderOdt(paper(), theme);
  const tables = reportTables(input);
  if (kind === "xlsx") return (await import("./sheets/render-workbook")).renderWorkbook(tables, propertiesOf(input, brand), theme);
  if (kind === "ods") return (await import("./sheets/render-spreadsheet")).renderSpreadsheet(tables, propertiesOf(input, brand), theme);
  const table = tables.find(({ id }) => id === options.table);
  // A roadmap that was left out is an empty table.
  return Buffer.from(tableAsCsv(table ?? { columns: [], rows: [] }, kind === "csv" ? "german" : "plain"));
}

/** What a workbook says about itself. */
function propertiesOf({ report, added, view, locale }: DocumentInput, brand: Brand | undefined) {
  const organisation = report.organisation.name ?? null;
  return {
    title: view.title,
    description: locale.messages.document.description(organisation),
    author: added.authorText?.author || brand?.name || organisation || locale.messages.layout.product,
    language: locale.language,
    date: report.date,
  };
}

function attachmentOf(saveFile: string, { locale }: DocumentInput): PdfAttachment {
  return {
    name: "ki-pegel.json",
    mediaType: "application/json",
    description: locale.messages.download.saveFile,
    data: Buffer.from(saveFile),
  };
}
