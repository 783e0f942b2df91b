import { z } from "zod";

/** What a reader may leave out of a document. */
export const inclusions = ["notes", "evidence", "roadmap", "appendix"] as const;
export type Inclusion = (typeof inclusions)[number];
export type Include = Record<Inclusion, boolean>;

export const includeAll: Include = { notes: true, evidence: true, roadmap: true, appendix: true };

export const documentFormats = ["pdf", "docx", "xlsx", "csv", "json"] as const;
export const documentFormatSchema = z.enum(documentFormats);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;
