import type { Answer } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import type { Language } from "../../app/core/vocabulary";
import { writePaper } from "../../app/documents/papers/write-paper";
import { content } from "./content";
import { textsOf } from "./document-texts";
import { reportFor } from "./report";
import { materialOf } from "./report-material";

/** What is said to organisations unlike the examples, made of their answers in a line. */
export const date = "2026-11-27";

/** @param levels of the items in their order, a figure each; "?" where nobody knows. */
export function assessmentOf(profile: Omit<Assessment, "modelVersion" | "answers" | "depth">, levels: string): Assessment {
  const { modelVersion, dimensions } = content.questionnaires[profile.track];
  const answerOf = (figure: string | undefined): Answer =>
    figure === "?" ? { answer: "dk" } : { level: Number(figure) as 0 | 1 | 2 | 3 | 4 };
  const answers = dimensions.flatMap(({ items }) => items).map(({ id }, index) => [id, answerOf(levels[index])] as const);
  return { ...profile, depth: "full", modelVersion, answers: Object.fromEntries(answers) };
}

export const town = (name: string, land: "RP" | "HE", sizeClass: "inhabitants-under-20000" | "inhabitants-100000-plus") =>
  ({ track: "municipality", organisation: { name, land, sizeClass } }) as const;

/** Without what more money would bring, which takes longest. */
export function saidOf(assessment: Assessment, language: Language) {
  const report = reportFor(assessment, content, date);
  const material = materialOf(report, language);
  const textOf = (paper: "report" | "resolution" | "owner-page") => writePaper(paper, material).blocks.flatMap(textsOf).join("\n");
  return { report, view: material.view, textOf };
}
export const viewOf = (assessment: Assessment, language: Language) => saidOf(assessment, language).view;
