import { readContent } from "../content/read-content";
import type { Command } from "./command";

/** Says that the content is sound, or all that is wrong with it. */
export const run: Command = ({ root }) => {
  const { initiatives, funding, law, findings, sources, regions, statistics } = readContent(root);
  console.log(
    `Content is sound: ${initiatives.length} initiatives, ${funding.length} funding programmes, ${law.length} legal provisions, ` +
      `${findings.length} findings, ${sources.length} sources, ${regions.length} regions, ${statistics.length} statistics.`,
  );
  return Promise.resolve();
};
