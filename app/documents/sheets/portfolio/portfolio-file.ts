import type { Language } from "../../../core/vocabulary";
import type { Brand } from "../../../core/brand/brand";
import { themeOf } from "../../brand";
import type { PortfolioMember } from "./portfolio-entry";
import { portfolioSheets } from "./portfolio-sheets";
import type { Locale } from "../../../i18n/index";

/** Of which kinds, and in which language, a workbook over all organisations is wanted. */
export type PortfolioWish = { kinds: readonly PortfolioKind[]; language: Language };
export type PortfolioKind = "xlsx" | "ods";

/** @param date ISO date on which it is made. */
export async function portfolioFile(
  members: readonly PortfolioMember[],
  kind: PortfolioKind,
  { date, brand, locale }: { date: string; brand?: Brand | undefined; locale: Locale },
): Promise<Uint8Array> {
  const { portfolio } = locale.messages.tables;
  const properties = {
    ...{ title: portfolio.title, description: portfolio.description, language: locale.language, date },
    author: brand?.name ?? locale.messages.layout.product,
  };
  const sheets = portfolioSheets(members, locale);
  const theme = themeOf(brand);
  if (kind === "xlsx") return (await import("../render-workbook")).renderWorkbook(sheets, properties, theme);
  return (await import("../render-spreadsheet")).renderSpreadsheet(sheets, properties, theme);
}
