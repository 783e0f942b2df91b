import type { Frontier } from "../../app/core/plan/frontier";
import type { Report } from "../../app/core/report";
import type { Language } from "../../app/core/vocabulary";
import { includeAll } from "../../app/documents/document-options";
import { documentInputOf, type DocumentInput, type Library } from "../../app/documents/material";
import type { Added } from "../../app/views/view-input";
import { readDemo } from "../../seeds/demo";
import { frontierFor, reportFor } from "./report";
import { content } from "./content";

const glossary = { title: "Begriffe", lead: "Was gemeint ist", entries: [{ term: "KI", meaning: "Künstliche Intelligenz" }] };
const library: Library = { content, glossary: { de: glossary, en: glossary } };
const examples = readDemo(process.cwd(), content.models);

export const goldenNames = ["musterstadt", "kleinhausen", "tischlerei-muster"] as const;

const date = "2026-11-22";

/** A report on one of the examples, with all that a document may say about it. */
export function reportMaterial(name: string, language: Language, more: Partial<Added> = {}): DocumentInput {
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`there is no example "${name}"`);
  const report = reportFor(example.assessment, content, date);
  return materialOf(report, language, more, frontierFor(report, example.assessment, content, date));
}

/** The same of any report. */
export function materialOf(report: Report, language: Language, more: Partial<Added> = {}, frontier: Frontier | null = null): DocumentInput {
  const added = { authorText: null, steps: new Map(), ...more };
  return documentInputOf({ report, added, frontier }, language, includeAll, "https://example.org", library);
}
