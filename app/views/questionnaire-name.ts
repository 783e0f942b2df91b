import type { Track } from "../core/vocabulary";

type Questionnaire = { track: Track; modelVersion: string };

/** What a questionnaire is called among others: after those who answer it, and by its version where they have answered several. */
export function questionnaireName(
  { track, modelVersion }: Questionnaire,
  all: readonly Questionnaire[],
  names: Record<Track, string>,
): string {
  const versions = new Set(all.filter((one) => one.track === track).map((one) => one.modelVersion));
  return versions.size > 1 ? `${names[track]} (${modelVersion})` : names[track];
}
