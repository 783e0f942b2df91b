import type { Brand } from "../core/brand/brand";
import type { MembersStanding } from "../core/mappe/members-standing";
import type { RingRule } from "../core/ring/ring";
import type { Language } from "../core/vocabulary";
import { makeMembersDocument } from "../documents/members/make-members-document";
import type { MembersDocumentKind } from "../documents/members/members-document-kinds";
import { includeAll } from "../documents/document-options";
import { documentInputOf, type Library, type ReportData } from "../documents/material";
import { portfolioEntry, type PortfolioEntry, type PortfolioMember } from "../documents/sheets/portfolio/portfolio-entry";
import { portfolioFile } from "../documents/sheets/portfolio/portfolio-file";
import { localeOf } from "../i18n/index";

/** One organisation for a workbook over many. @param name by which the others know it, where its report has none. */
export type PortfolioEntryRequest = { data: ReportData; language: Language; name: string };

/** The workbook over many organisations, as XLSX. @param date ISO date on which it is made. */
export type PortfolioRequest = { members: PortfolioMember[]; language: Language; date: string; brand?: Brand };

/** The report on where the members of a Mappe stand together. @param ring the rule of its ring, where somebody has joined it. */
export type MembersReportRequest = {
  standing: MembersStanding;
  mappeName: string;
  ring: RingRule | null;
  kind: MembersDocumentKind;
  language: Language;
  brand?: Brand;
};

export const makeMembersReport = ({ language, kind, brand, ...told }: MembersReportRequest, { content }: Library): Promise<Uint8Array> =>
  makeMembersDocument({ ...told, content, locale: localeOf(language) }, kind, brand);

export const makePortfolioEntry = ({ data, language, name }: PortfolioEntryRequest, library: Library): PortfolioEntry =>
  portfolioEntry(documentInputOf(data, language, includeAll, null, library), name);

export const makePortfolio = ({ members, language, date, brand }: PortfolioRequest): Promise<Uint8Array> =>
  portfolioFile(members, "xlsx", { date, brand, locale: localeOf(language) });
