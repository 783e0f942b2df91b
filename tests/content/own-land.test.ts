import { describe, expect, it } from "vitest";
import { findFunding } from "../../app/core/funding/find-funding";
import { laender, languages, tracks, type Land, type Track } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { fundingView } from "../../app/views/funding";
import { landText } from "../../app/views/land-text";
import { content } from "../support/content";

/** What a report says of rules to somebody of a track and Land. */
function rulesFor(track: Track, land: Land, language: (typeof languages)[number]): { id: string; text: string }[] {
  const locale = localeOf(language);
  const reader = { organisation: { land }, contacts: [] };
  const funding = findFunding(content.funding, track, { land }, "2026-11-26").map((fitting) => {
    const { id, purpose, notPaidFor, amount, statusNote } = fundingView(fitting, content, locale, reader);
    return { id, text: [purpose, notPaidFor ?? "", amount, statusNote].join(" ") };
  });
  const duties = content.duties
    .filter((duty) => duty.tracks.includes(track))
    .map(({ id, title, what, caveat }) => ({
      id,
      text: [locale.translate(title), locale.translate(what), caveat ? landText(caveat, land, locale) : ""].join(" "),
    }));
  return [...funding, ...duties];
}

/** Names that hold a shorter one, longest first: whoever reads of Sachsen-Anhalt reads nothing of Sachsen. */
const othersIn = (text: string, own: Land, names: Record<Land, string>) =>
  laender
    .toSorted((a, b) => names[b].length - names[a].length)
    .reduce<{ rest: string; found: Land[] }>(
      ({ rest, found }, land) =>
        rest.includes(names[land]) ? { rest: rest.replaceAll(names[land], ""), found: [...found, land] } : { rest, found },
      { rest: text, found: [] },
    )
    .found.filter((land) => land !== own);

describe.each(tracks)("money and duties of a %s", (track) => {
  it.each(laender)("name no Land but the reader's own: %s", (land) => {
    for (const language of languages) {
      const { laender: names } = localeOf(language).messages.names;
      const rules = rulesFor(track, land, language);
      expect(rules.length).toBeGreaterThan(5);
      expect(rules.filter(({ text }) => othersIn(text, land, names).length > 0)).toEqual([]);
    }
  });
});
