import type { Assessment } from "../../core/answers/assessment";
import type { Language } from "../../core/vocabulary";

/** Reports as files beyond JSON, with their media types. */
export const documentTypes = {
  csv: "text/csv",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type DocumentFormat = keyof typeof documentTypes;

export type DocumentWish = {
  format: DocumentFormat;
  language: Language;
  /** ISO date of the report. */
  date: string;
};

/** `type` with its charset where it has one; `name` is what to save it as. */
export type DocumentFile = { bytes: Uint8Array; type: string; name: string };

/** Makes documents of assessments. What is not among `formats` is neither offered nor described. */
export type DocumentService = {
  formats: readonly DocumentFormat[];
  make(assessment: Assessment, wish: DocumentWish): Promise<DocumentFile>;
};

export const noDocuments: DocumentService = {
  formats: [],
  make: ({ track }, { format }) => Promise.reject(new Error(`No ${format} of the ${track} report can be made`)),
};
