import type { Answer } from "../core/assessment/answer";
import type { EvidenceFile } from "../core/assessment/evidence-file";
import type { Locale } from "../i18n/index";

/** A file as a list shows it. */
export type EvidenceFileView = { sha256: string; name: string; about: string };

export function evidenceFileView({ sha256, name, type, bytes, date: day, by }: EvidenceFile, locale: Locale): EvidenceFileView {
  const { messages, date } = locale;
  const { evidence, changes } = messages;
  return { sha256, name, about: evidence.about(evidence.types[type], sizeText(bytes, locale), date(day), changes.actors[by]) };
}

/** What proves an answer, in one line: what was written, and what its files are called; null where nothing does. */
export function evidenceText(answer: Answer | undefined, { messages, date }: Locale): string | null {
  const { evidence } = messages;
  const files = (answer?.files ?? []).map(({ name, type, date: day }) => evidence.named(name, evidence.types[type], date(day)));
  return [answer?.evidence, ...files].filter(Boolean).join("; ") || null;
}

function sizeText(bytes: number, { messages, points, count }: Locale): string {
  const megabyte = 1024 * 1024;
  if (bytes >= megabyte) return messages.evidence.megabytes(points(bytes / megabyte));
  return messages.evidence.kilobytes(count(Math.max(1, Math.round(bytes / 1024))));
}
