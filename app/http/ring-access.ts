import type { Content } from "../core/content";
import type { Moment } from "../core/day";
import type { Organisation } from "../core/assessment/assessment";
import type { AuditActor } from "../core/mappe/audit";
import {
  figuresOf,
  isRenewalDue,
  mostRingMembers,
  ringValuesOf,
  sameSetting,
  shownFigures,
  type RingFigures,
  type RingSetting,
  type RingState,
  type RingValues,
} from "../core/ring/ring";
import type { Stores } from "../../db/index";
import type { MappeLine } from "../../db/portfolios";
import type { RingMember } from "../../db/rings";
import type { Track } from "../core/vocabulary";
import { summarised } from "./summaries";

type Parts = Pick<Stores, "rings" | "portfolios">;
type Context = { content: Content; timeZone: string };

/** Somebody of a ring. `values`: what they bring now; null where they bring nothing. */
type Member = Pick<RingMember, "id" | "state"> & { name: string | null; track: Track; values: RingValues | null };

/** A ring as it stands, for those who have been let in; what of it they see is decided by who they are. */
type CurrentRing = { setting: RingSetting; figures: RingFigures; publishedOn: string | null; members: Member[] };

/** What anybody sees who is in the ring or runs it: who takes part, whether they bring a value, and the same figures for all. */
export type RingView = {
  setting: RingSetting;
  figures: RingFigures;
  publishedOn: string | null;
  members: { id: string; name: string | null; track: Track; state: "invited" | "joined"; brings: boolean }[];
};

/** The ring of a Mappe for its people: never a value of a member. */
export function ringOf(stores: Parts, mappeId: string, { now, today }: Moment, by: AuditActor) {
  const { rings } = stores;
  return {
    ring: async (context: Context): Promise<RingView | null> => {
      const ring = await currentRing(stores, mappeId, context, { now, today });
      return ring && viewOf(ring);
    },
    /** Sets the rule. @returns false where somebody has joined already. */
    setRing: (setting: RingSetting) => rings.set(mappeId, setting, { now, by }),
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

/** A ring as one of its members sees it. `own`: what it brings. `named`: everybody's values, where all have agreed to that. */
export type MemberView = RingView & {
  state: "invited" | "joined";
  own: RingValues | null;
  named: { name: string; values: RingValues }[] | null;
};

/** For the owner of an assessment: the rings that it is invited to. */
export function ringMembershipOf(stores: Parts, assessmentId: string, organisation: Organisation, { now, today }: Moment, by: AuditActor) {
  const { rings } = stores;
  return {
    /** @returns null where nobody has invited this assessment. Figures and values are for those who have joined. */
    async ringIn(mappeId: string, context: Context): Promise<MemberView | null> {
      const ring = await currentRing(stores, mappeId, context, { now, today });
      const me = ring?.members.find(({ id }) => id === assessmentId);
      if (!ring || !me || me.state === "left") return null;
      if (me.state === "invited")
        return { ...viewOf({ ...ring, figures: shownFigures(null, []) }), state: "invited", own: null, named: null };
      const named = ring.members.flatMap(({ state, name, values }) =>
        state === "joined" && name !== null && values !== null ? [{ name, values }] : [],
      );
      return { ...viewOf(ring), state: "joined", own: me.values, named: ring.setting.rule === "open" ? named : null };
    },
    /** @param seen the rule that was shown. @returns false where another holds by now, or the organisation has no name to be listed by. */
    joinRing: async (mappeId: string, seen: RingSetting): Promise<boolean> =>
      organisation.name !== undefined && rings.join(mappeId, assessmentId, (setting) => sameSetting(setting, seen), { now, by }),
    leaveRing: (mappeId: string) => rings.leave(mappeId, assessmentId, { now, by }),
  };
}

const isAgreed = ({ consentedAt }: MappeLine) => consentedAt !== null;

function viewOf({ setting, figures, publishedOn, members }: CurrentRing): RingView {
  const listed = members.flatMap(({ id, name, track, state, values }) =>
    state === "left" ? [] : [{ id, name, track, state, brings: state === "joined" && values !== null }],
  );
  return { setting, figures, publishedOn, members: listed };
}

/** Reads what members bring now, and publishes figures where it is time to. Whoever looks, and however often, sees the same. */
async function currentRing(
  { rings, portfolios }: Parts,
  mappeId: string,
  { content, timeZone }: Context,
  moment: Moment,
): Promise<CurrentRing | null> {
  const stored = await rings.find(mappeId);
  if (!stored) return null;
  const lines = (await portfolios.lines(mappeId, content.version)).filter(isAgreed);
  const ids = new Set((await rings.members(mappeId)).map(({ id }) => id));
  const rows = await summarised(
    lines.filter(({ id }) => ids.has(id)),
    portfolios,
    content,
    timeZone,
    moment.now,
  );
  const values = new Map(rows.map((row) => [row.id, ringValuesOf(row, stored.setting)]));
  const stateOf = ({ id, state, published }: RingMember): RingState => {
    const isIn = state === "joined" && values.has(id);
    return { isIn, now: isIn ? (values.get(id) ?? null) : null, published };
  };
  const ring = await rings.publishIf(mappeId, ({ publishedCount }, all) => {
    const states = all.map(stateOf);
    const gone = publishedCount - states.filter(({ published }) => published !== null).length;
    if (!isRenewalDue(states, gone)) return null;
    return { figures: figuresOf(states.flatMap(({ now }) => now ?? [])), values, on: moment.today };
  });
  if (!ring) return null;
  const members = (await rings.members(mappeId)).flatMap((member) => {
    const line = lines.find(({ id }) => id === member.id);
    const { id, state } = member;
    return line ? [{ id, state, name: line.organisation.name ?? null, track: line.track, values: stateOf(member).now }] : [];
  });
  return {
    setting: ring.setting,
    figures: shownFigures(
      ring.figures,
      members.flatMap(({ values: now }) => now ?? []),
    ),
    publishedOn: ring.publishedOn,
    members,
  };
}
