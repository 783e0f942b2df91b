import type { Content } from "../../core/content";
import type { Moment } from "../../core/day";
import type { Organisation } from "../../core/assessment/assessment";
import type { AuditActor } from "../../core/mappe/audit";
import {
  figuresOf,
  isRenewalDue,
  isRuleAgreed,
  mostRingMembers,
  ringValuesOf,
  sameSetting,
  shownFigures,
  type RingFigures,
  type RingSetting,
  type RingState,
  type RingValues,
} from "../../core/ring/ring";
import { isOpenToAll, sameOffer, type OpenDataOffer } from "../../core/ring/open-data";
import type { Stores } from "../../../db/index";
import { newDatasetId } from "../../../db/ring-open-data";
import type { RingMember, StoredRing } from "../../../db/stored-ring";
import type { MappeLine } from "../../../db/portfolios";

import type { Track } from "../../core/vocabulary";
import { summarised } from "../assessment/summaries";

type Parts = Pick<Stores, "rings" | "portfolios">;
type RingContext = { content: Content; timeZone: string };

/** Somebody of a ring. `values`: what they bring now; null where they bring nothing. */
type Member = Pick<RingMember, "id" | "state" | "agrees" | "agreesToRule"> & {
  name: string | null;
  track: Track;
  values: RingValues | null;
};

/** A ring as it stands, for those who have been let in; what of it they see is decided by who they are. */
type CurrentRing = {
  setting: RingSetting;
  proposal: RingProposal | null;
  figures: RingFigures;
  publishedOn: string | null;
  openData: RingOpenData | null;
  members: Member[];
};

/** A rule that takes the place of the one that holds once every member has agreed, and how many have. */
export type RingProposal = { setting: RingSetting; agreed: number };

/** As what the figures are to be open data, how many members agree, and whether they are published: all agree and there are figures. */
export type RingOpenData = { id: string; offer: OpenDataOffer; agreed: number; isPublished: boolean };

/** What anybody sees who is in the ring or runs it: who takes part, whether they bring a value, and the same figures for all. */
export type RingView = {
  setting: RingSetting;
  proposal: RingProposal | null;
  figures: RingFigures;
  publishedOn: string | null;
  openData: RingOpenData | null;
  members: { id: string; name: string | null; track: Track; state: "invited" | "joined"; brings: boolean }[];
};

/** The ring of a Mappe for its people: never a value of a member. */
export function ringOf(stores: Parts, mappeId: string, { now, today }: Moment, by: AuditActor) {
  const { rings } = stores;
  return {
    ring: async (context: RingContext): Promise<RingView | null> => {
      const ring = await currentRing(stores, mappeId, context, { now, today });
      return ring && viewOf(ring);
    },
    /** Sets the rule, or proposes it once somebody has joined. @returns false where they have joined for another questionnaire. */
    setRing: (setting: RingSetting) => rings.set(mappeId, setting, { now, by }),
    /** Offers the figures as open data; null: no longer. */
    offerOpenData: (offer: OpenDataOffer | null) => rings.offerOpenData(mappeId, newDatasetId(), offer, { now, by }),
    /** Invites assessments of the Mappe. @returns false where there would be too many. */
    inviteToRing: async (ids: string[], content: Content): Promise<boolean> => {
      const inMappe = new Set((await stores.portfolios.lines(mappeId, content.version)).filter(isAgreed).map(({ id }) => id));
      return rings.invite(
        mappeId,
        ids.filter((id) => inMappe.has(id)),
        mostRingMembers,
        { now, by },
      );
    },
  };
}

/**
 * A ring as one of its members sees it. `agrees`: to the figures being open data. `agreesToRule`: to the one that is proposed. `own`:
 * what it brings. `named`: everybody's values, where all have agreed to that.
 */
export type MemberView = RingView & {
  state: "invited" | "joined";
  agrees: boolean;
  agreesToRule: boolean;
  own: RingValues | null;
  named: { name: string; values: RingValues }[] | null;
};

/** For the owner of an assessment: the rings that it is invited to. */
export function ringMembershipOf(stores: Parts, assessmentId: string, organisation: Organisation, { now, today }: Moment, by: AuditActor) {
  const { rings } = stores;
  return {
    /** @returns null where nobody has invited this assessment. Figures and values are for those who have joined. */
    async ringIn(mappeId: string, context: RingContext): Promise<MemberView | null> {
      const ring = await currentRing(stores, mappeId, context, { now, today });
      const me = ring?.members.find(({ id }) => id === assessmentId);
      if (!ring || !me || me.state === "left") return null;
      if (me.state === "invited")
        return {
          ...viewOf({ ...ring, figures: shownFigures(null, []) }),
          ...{ state: "invited", agrees: false, agreesToRule: false, own: null, named: null },
        };
      const named = ring.members.flatMap(({ state, name, values }) =>
        state === "joined" && name !== null && values !== null ? [{ name, values }] : [],
      );
      const { agrees, agreesToRule, values: own } = me;
      return { ...viewOf(ring), state: "joined", agrees, agreesToRule, own, named: ring.setting.rule === "open" ? named : null };
    },
    /** @param seen the rule that was shown. @returns false where another holds by now, or the organisation has no name to be listed by. */
    joinRing: async (mappeId: string, seen: RingSetting): Promise<boolean> =>
      organisation.name !== undefined && rings.join(mappeId, assessmentId, (setting) => sameSetting(setting, seen), { now, by }),
    /** @param seen the proposed rule that was shown. @returns false where another is proposed by now, or none. */
    agreeToRule: (mappeId: string, seen: RingSetting) =>
      rings.agreeToRule(mappeId, assessmentId, (proposal) => sameSetting(proposal, seen), { now, by }),
    withdrawRule: (mappeId: string) => rings.withdrawRule(mappeId, assessmentId, { now, by }),
    /** @param seen the offer that was shown. @returns false where another holds by now, or none. */
    agreeToOpenData: (mappeId: string, seen: OpenDataOffer) =>
      rings.agreeToOpenData(mappeId, assessmentId, (offer) => sameOffer(offer, seen), { now, by }),
    withdrawOpenData: (mappeId: string) => rings.withdrawOpenData(mappeId, assessmentId, { now, by }),
    leaveRing: (mappeId: string) => rings.leave(mappeId, assessmentId, { now, by }),
  };
}

const isAgreed = ({ consentedAt }: MappeLine) => consentedAt !== null;

function viewOf({ setting, proposal, figures, publishedOn, openData, members }: CurrentRing): RingView {
  const listed = members.flatMap(({ id, name, track, state, values }) =>
    state === "left" ? [] : [{ id, name, track, state, brings: state === "joined" && values !== null }],
  );
  return { setting, proposal, figures, publishedOn, openData, members: listed };
}

/** Of those that were there at the last publication, how many have been deleted since. */
const goneOf = (publishedCount: number, all: RingMember[]): number =>
  publishedCount - all.filter(({ published }) => published !== null).length;

/**
 * Reads what members bring now, lets a rule hold to which all have agreed by now, and publishes figures where it is time to. Whoever
 * looks, and however often, sees the same.
 */
export async function currentRing(
  { rings, portfolios }: Parts,
  mappeId: string,
  { content, timeZone }: RingContext,
  moment: Moment,
): Promise<CurrentRing | null> {
  const found = await rings.find(mappeId);
  if (!found) return null;
  const lines = (await portfolios.lines(mappeId, content.version)).filter(isAgreed);
  const here = new Set(lines.map(({ id }) => id));
  const isIn = ({ id, state }: RingMember) => state === "joined" && here.has(id);
  const isAgreedByAll = (all: RingMember[]) => isRuleAgreed(all.map((member) => ({ ...member, isIn: isIn(member) })));
  const before = await rings.members(mappeId);
  const isChanging = found.proposal !== null && isAgreedByAll(before);
  const stored = isChanging ? await rings.enactIf(mappeId, isAgreedByAll, moment.now) : found;
  if (!stored) return null;
  const invited = isChanging ? await rings.members(mappeId) : before;
  const ids = new Set(invited.map(({ id }) => id));
  const rows = await summarised(
    lines.filter(({ id }) => ids.has(id)),
    portfolios,
    content,
    timeZone,
    moment.now,
  );
  const values = new Map(rows.map((row) => [row.id, ringValuesOf(row, stored.setting)]));
  const stateOf = (member: RingMember): RingState => ({
    isIn: isIn(member),
    now: isIn(member) ? (values.get(member.id) ?? null) : null,
    published: member.published,
  });
  const decide = ({ publishedCount }: StoredRing, all: RingMember[]) => {
    const states = all.map(stateOf);
    if (!isRenewalDue(states, goneOf(publishedCount, all))) return null;
    return { figures: figuresOf(states.flatMap(({ now }) => now ?? [])), values, on: moment.today };
  };
  // Most looks change nothing, and write nothing.
  const isDue = decide(stored, invited) !== null;
  const ring = isDue ? await rings.publishIf(mappeId, decide) : stored;
  if (!ring) return null;
  const all = isDue ? await rings.members(mappeId) : invited;
  const members = all.flatMap((member) => {
    const line = lines.find(({ id }) => id === member.id);
    const { id, state, agrees, agreesToRule } = member;
    const shown = { id, state, agrees, agreesToRule, values: stateOf(member).now };
    return line ? [{ ...shown, name: line.organisation.name ?? null, track: line.track }] : [];
  });
  const figures = shownFigures(
    ring.figures,
    members.flatMap(({ values: now }) => now ?? []),
  );
  const states = all.map((member) => ({ ...stateOf(member), agrees: member.agrees }));
  const openData = ring.openData && {
    ...ring.openData,
    agreed: states.filter(({ isIn, agrees }) => isIn && agrees).length,
    isPublished: figures.overall !== null && isOpenToAll(states, goneOf(ring.publishedCount, all)),
  };
  const agreed = all.filter((member) => isIn(member) && member.agreesToRule).length;
  const proposal = ring.proposal && { setting: ring.proposal, agreed };
  return { setting: ring.setting, proposal, figures, publishedOn: ring.publishedOn, openData, members };
}
