import { readContent } from "../content/read-content";
import { root } from "./root";

try {
  const { initiatives, funding, law, findings, sources, regions, statistics } = readContent(root);
  console.log(
    `Content is sound: ${initiatives.length} initiatives, ${funding.length} funding programmes, ${law.length} legal provisions, ` +
      `${findings.length} findings, ${sources.length} sources, ${regions.length} regions, ${statistics.length} statistics.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
