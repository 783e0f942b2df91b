import type { Cohort } from "../core/benchmark/peers";
import type { Content } from "../core/content";
import type { Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import type { PeersData } from "./report-data";

export type PeersView = ReturnType<typeof peersView>;

/** How others stand, in words of one language. */
export function peersView({ scores, values, joinedAt }: PeersData, track: Track, content: Content, locale: Locale) {
  const { messages, score, date } = locale;
  const text = content.questionnaires[track].text[locale.language].dimensions;
  return {
    joined: messages.peers.joined(date(joinedAt.slice(0, 10))),
    values: values.map((value) => ({
      dimension: text[value.dimension]?.name ?? value.dimension,
      own: score(scores[value.dimension] ?? 0),
      median: score(value.median),
      quartiles: value.quartiles ? `${score(value.quartiles[0])}–${score(value.quartiles[1])}` : messages.peers.tooFew,
      cohort: messages.peers.cohortOf(cohortText(value.cohort, locale), String(value.organisations)),
    })),
  };
}

/** Who belongs to a cohort. */
export function cohortText({ track, sizeClass, land }: Cohort, { messages }: Locale): string {
  const { names } = messages;
  return [names.tracks[track], sizeClass && names.sizeClasses[sizeClass], land && names.laender[land]].filter(Boolean).join(", ");
}
