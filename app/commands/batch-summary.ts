import type { Locale } from "../i18n";
import type { BatchSummary } from "../jobs/batch";
import { forTerminal } from "./for-terminal";

/** What came of a batch, for the person who started it. */
export function summaryText({ clients, made, kept, failed, own }: BatchSummary, { messages }: Locale): string {
  const { batch } = messages.tables;
  const lines = [
    batch.summary(clients, made, kept),
    ...(own.length > 0 ? [batch.own, ...own.map((column) => `  ${forTerminal(column)}`)] : []),
    ...(failed.length > 0
      ? [batch.failed(failed.length), ...failed.map(({ what, why }) => `  ${forTerminal(what)}: ${forTerminal(why)}`)]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
