import type { AppLoadContext } from "@remix-run/node";
import type { RingMemberLine } from "../../components/mappe/ring-tables";
import type { RingSetting } from "../../core/ring/ring";
import { dimensionIds } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { nameOrKind } from "../../views/organisation-name";
import type { RingView } from "../access/ring-access";

type Context = Pick<AppLoadContext, "content" | "environment">;

export const ringContext = ({ content, environment }: Context) => ({ content, timeZone: environment.TIME_ZONE });

/** What every page of a ring shows. */
export function ringPage({ setting, proposal, figures, publishedOn, openData, members }: RingView, locale: Locale, { content }: Context) {
  const { messages, date, collator, language } = locale;
  const { ring, names } = messages;
  const texts = content.questionnaires[setting.track].text[language].dimensions;
  const lines: RingMemberLine[] = members
    .map(({ track, name, ...member }) => ({ ...member, name: nameOrKind({ name, track }, locale) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const inWords = ({ rule, track, modelVersion }: RingSetting) => ring.holds(ring.rules[rule], names.tracks[track], modelVersion);
  return {
    setting,
    figures,
    holds: inWords(setting),
    proposal: proposal && {
      ...proposal,
      holds: inWords(proposal.setting),
      isOtherModel: proposal.setting.modelVersion !== setting.modelVersion,
    },
    published: publishedOn === null ? null : ring.figuresOn(date(publishedOn)),
    members: lines,
    openData,
    joined: members.filter(({ state }) => state === "joined").length,
    topics: dimensionIds.map((id) => texts[id]?.short ?? id),
  };
}
