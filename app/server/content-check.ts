import { readContent } from "./read-content";

try {
  const content = readContent(process.cwd());
  const { initiatives, funding, law, findings, sources, regions, statistics } = content;
  console.log(
    `Content is sound: ${initiatives.length} initiatives, ${funding.length} funding programmes, ${law.length} legal provisions, ` +
      `${findings.length} findings, ${sources.length} sources, ${regions.length} regions, ${statistics.length} statistics.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
