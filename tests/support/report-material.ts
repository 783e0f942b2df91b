import { assess } from "../../app/core/assess";
import type { Language } from "../../app/core/vocabulary";
import { includeAll } from "../../app/documents/document-options";
import { documentInputOf, type Library, type DocumentInput } from "../../app/documents/material";
import type { ReportData } from "../../app/views/report-data";
import { readContent } from "../../app/content/read-content";
import { readDemo } from "../../seeds/demo";

export const content = readContent(process.cwd());
const glossary = { title: "Begriffe", lead: "Was gemeint ist", entries: [{ term: "KI", meaning: "Künstliche Intelligenz" }] };
const library: Library = { content, glossary: { de: glossary, en: glossary } };
const examples = readDemo(process.cwd(), content.questionnaires);

export const goldenNames = ["musterstadt", "kleinhausen", "tischlerei-muster"] as const;

/** A report on one of the examples, with all that a document may say about it. */
export function reportMaterial(name: string, language: Language, more: Partial<ReportData> = {}): DocumentInput {
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`there is no example "${name}"`);
  const report = assess(example.assessment, content, "2026-11-22");
  return documentInputOf(
    { report, simulation: null, roadmap: null, peers: null, words: null, ...more },
    language,
    includeAll,
    "https://example.org",
    library,
  );
}
