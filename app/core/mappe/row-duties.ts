import { modelOf, type Content } from "../content";
import { findDuties, type ApplicableDuty } from "../duties/find-duties";
import { itemsOf } from "../questionnaire/questionnaire";
import type { PortfolioRow } from "./portfolio";
import { levelsOf } from "./summary";

/** The duties of an organisation as its report says. @param today ISO date. */
export function rowDuties(row: PortfolioRow, content: Pick<Content, "models" | "duties">, today: string): ApplicableDuty[] {
  const items = itemsOf(modelOf(content, row)).map(({ id }) => id);
  return findDuties(content.duties, { ...row, standings: levelsOf(row.summary, items) }, today);
}
