import type { ReportDocument } from "../document";
import { dutiesPage } from "./duties";
import { gapsPage, questionsPages } from "./gaps";
import { measuresPages } from "./measures";
import { titleOf, type MembersInput } from "./members-input";
import { methodPage } from "./method";
import { openingPage } from "./opening";
import { participationPage } from "./participation";
import { valuesPage } from "./values";

/** The report for whoever brings many together, in eight to twelve pages: its contents page. */
export function membersReport(input: MembersInput): ReportDocument {
  const { standing, mappeName, locale } = input;
  const { document, layout } = locale.messages;
  const title = `${titleOf(input)}: ${mappeName}`;
  return {
    look: "paper",
    language: locale.language,
    title,
    description: locale.messages.membersReport.description(mappeName),
    author: null,
    date: standing.date,
    cover: null,
    contents: null,
    letterhead: null,
    runningHead: `${title} · ${locale.date(standing.date)}`,
    product: layout.product,
    page: document.page,
    of: document.of,
    blocks: [
      ...openingPage(input),
      ...participationPage(input),
      ...valuesPage(input),
      ...gapsPage(input),
      ...measuresPages(input),
      ...dutiesPage(input),
      ...questionsPages(input),
      ...methodPage(input),
    ],
  };
}
