import type { Organisation } from "../assessment/assessment";
import type { Initiative } from "../initiatives/initiative";
import type { Standing, Standings } from "../assessment/standing";
import { isOver } from "../day";
import type { AiUse, Localized, Track } from "../vocabulary";
import type { Condition, Duty } from "./duty";
import type { Fact, Facts, ToldFact } from "./facts";

/** Only `now` is called a duty. */
export type DutyState = "now" | "from-date" | "as-soon-as" | "to-clarify" | "does-not-apply";
export type Fulfilment = "in-place" | "partly" | "missing" | "unknown" | "not-asked";

/** What would have to be known: an answer, how AI is used, a part of the profile, or a fact that nobody has told. */
export type OpenFact = { item: string } | { profile: "aiUse" | "sizeClass" | "sector" | "land" } | Fact;

/** A duty as it stands for one organisation. */
export type ApplicableDuty = {
  duty: Duty;
  state: DutyState;
  /** Clauses of what is not so yet, for `as-soon-as`. */
  asSoonAs: Localized[];
  /** For `to-clarify`. */
  open: OpenFact[];
  /** Items whose answers make it apply. */
  because: string[];
  /** Whether how AI is used makes it apply. */
  becauseOfUse: boolean;
  /** Those of the facts in its conditions that somebody has told. */
  told: ToldFact[];
  fulfilment: Fulfilment;
};

export type Respondent = { track: Track; organisation: Organisation; aiUse: AiUse; standings: Standings; facts: Facts };

/**
 * Every duty of the track with its state, in the given order (method, section 7).
 * @param day ISO date of the report.
 */
export function findDuties(duties: readonly Duty[], respondent: Respondent, day: string): ApplicableDuty[] {
  const facts = factsOf(duties);
  return dutiesFor(duties, respondent.track).map((duty) => apply(duty, respondent, day, facts));
}

export const dutiesFor = (duties: readonly Duty[], track: Track): Duty[] => duties.filter(({ tracks }) => tracks.includes(track));

/** Whether the duty binds now and is not fulfilled. Of one that nobody is asked about, the answers cannot say so. */
export function isDue({ state, fulfilment }: ApplicableDuty): boolean {
  return state === "now" && fulfilment !== "in-place" && fulfilment !== "not-asked";
}

/** Ids of the duties that bind or may come to; see `onlyForDuties` of an initiative. */
export const mayBind = (duties: readonly ApplicableDuty[]): ReadonlySet<string> =>
  new Set(duties.filter(({ state }) => state !== "does-not-apply").map(({ duty }) => duty.id));

/** Whether an initiative answers a duty of which it is open whether it applies. */
export function answersOpenDuty(duties: readonly ApplicableDuty[], { duties: answered }: Pick<Initiative, "duties">): boolean {
  return duties.some(({ duty, state }) => state === "to-clarify" && answered.includes(duty.id));
}

/** Whether an initiative answers a duty that binds, or will from a known day, and that is not known to be met. */
export function answersBindingDuty(duties: readonly ApplicableDuty[], { duties: answered }: Pick<Initiative, "duties">): boolean {
  return duties.some(
    ({ duty, state, fulfilment }) => (state === "now" || state === "from-date") && fulfilment !== "in-place" && answered.includes(duty.id),
  );
}

/**
 * First what is law already, and of it what speaks of the organisation's own sector, then of its size, then what may concern anybody;
 * else in the given order.
 * @param day ISO date of the report.
 */
export function inOrderOfConcern(duties: readonly ApplicableDuty[], day: string): ApplicableDuty[] {
  const concern = ({ duty }: ApplicableDuty) =>
    duty.conditions.reduce((sum, one) => sum + ("sectors" in one || "ownership" in one ? 2 : "sizeClasses" in one ? 1 : 0), 0);
  const isAhead = ({ duty }: ApplicableDuty) => Number((duty.appliesFrom ?? day) > day);
  return duties.toSorted((a, b) => isAhead(a) - isAhead(b) || concern(b) - concern(a));
}

/** The facts that decide on these duties, each once. */
export const factsOf = (duties: readonly Duty[]): Fact[] => [
  ...new Map(duties.flatMap(factsIn).map(({ fact, ask }) => [fact, { fact, ask }])).values(),
];

/** A fact that decides on duties, with what somebody has told of it; null: nobody yet. */
export type AskedFact = Fact & { holds: boolean | null; duties: Duty[] };

/**
 * Each fact that is to be clarified or has been told once, with the duties that depend on it; in the order of concern. How AI is used
 * and what the profile leaves out come first: before them nobody knows whether the fact matters.
 * @param day ISO date of the report.
 */
export function askedFacts(duties: readonly ApplicableDuty[], day: string): AskedFact[] {
  const asked = new Map<string, AskedFact>();
  for (const { duty, told, open } of inOrderOfConcern(duties, day)) {
    const matters = !open.some((one) => "profile" in one);
    const unclear = matters ? open.filter((one) => "fact" in one).map((one) => ({ ...one, holds: null })) : [];
    for (const one of [...told, ...unclear]) {
      const known = asked.get(one.fact);
      asked.set(one.fact, { ...one, duties: [...(known?.duties ?? []), duty] });
    }
  }
  return [...asked.values()];
}

type FactCondition = Extract<Condition, Fact>;

const factsIn = ({ conditions }: Duty): FactCondition[] =>
  conditions.flatMap((condition) => ("anyOf" in condition ? condition.anyOf : [condition])).filter((one) => "fact" in one);

/** The facts told that settle the condition: its own, else those that it follows from. */
const settling = ({ fact, impliedBy = [] }: FactCondition, facts: Facts): string[] =>
  facts[fact] !== undefined ? [fact] : impliedBy.filter((one) => facts[one]);

type Verdict =
  | { kind: "true"; because: string[]; use: boolean }
  | { kind: "never" }
  | { kind: "not-yet"; asSoonAs: Localized[] }
  | { kind: "open"; facts: OpenFact[] };

function apply(duty: Duty, respondent: Respondent, day: string, facts: readonly Fact[]): ApplicableDuty {
  const settled = factsIn(duty).flatMap((one) => settling(one, respondent.facts));
  const verdicts = duty.conditions.map((condition) =>
    "anyOf" in condition ? anyOf(condition.anyOf.map((one) => judge(one, respondent))) : judge(condition, respondent),
  );
  const holding = verdicts.filter((one) => one.kind === "true");
  const common = {
    duty,
    asSoonAs: [] as Localized[],
    open: [] as OpenFact[],
    because: holding.flatMap(({ because }) => because),
    becauseOfUse: holding.some(({ use }) => use),
    told: [...new Set(settled)].flatMap((told) =>
      facts.filter(({ fact }) => fact === told).map((one) => ({ ...one, holds: respondent.facts[told] === true })),
    ),
    fulfilment: fulfilmentOf(duty.fulfilledBy[respondent.track] ?? [], respondent.standings),
  };
  if (isOver(duty.appliesUntil, day) || verdicts.some(({ kind }) => kind === "never")) return { ...common, state: "does-not-apply" };
  const asSoonAs = verdicts.flatMap((one) => (one.kind === "not-yet" ? one.asSoonAs : []));
  if (asSoonAs.length > 0) return { ...common, state: "as-soon-as", asSoonAs };
  const open = verdicts.flatMap((one) => (one.kind === "open" ? one.facts : []));
  if (open.length > 0) return { ...common, state: "to-clarify", open };
  return { ...common, state: (duty.appliesFrom ?? day) > day ? "from-date" : "now" };
}

const holds = (because: string[] = [], use = false): Verdict => ({ kind: "true", because, use });
const never: Verdict = { kind: "never" };

function judge(condition: Condition, { organisation, aiUse, standings, facts }: Respondent): Verdict {
  if ("fact" in condition) {
    const [told] = settling(condition, facts);
    if (told !== undefined) return facts[told] ? holds() : never;
    return { kind: "open", facts: [{ fact: condition.fact, ask: condition.ask }] };
  }
  if ("aiUse" in condition) {
    if (aiUse === "unknown") return { kind: "open", facts: [{ profile: "aiUse" }] };
    return condition.aiUse.includes(aiUse) ? holds([], true) : { kind: "not-yet", asSoonAs: [condition.asSoonAs] };
  }
  if ("item" in condition) {
    const standing = standings.get(condition.item) ?? "open";
    if (standing === "na") return never;
    if (standing === "open") return { kind: "open", facts: [{ item: condition.item }] };
    return standing >= condition.from ? holds([condition.item]) : { kind: "not-yet", asSoonAs: [condition.asSoonAs] };
  }
  if ("applies" in condition) return standings.get(condition.applies) === "na" ? never : holds();
  if ("exists" in condition) {
    const standing = standings.get(condition.exists) ?? "open";
    return standing === "na" ? never : standing === "open" ? { kind: "open", facts: [{ item: condition.exists }] } : holds();
  }
  if ("sizeClasses" in condition) return among(condition.sizeClasses, organisation.sizeClass, "sizeClass");
  if ("ownership" in condition) return (organisation.ownership ?? "private") === condition.ownership ? holds() : never;
  if ("sectors" in condition) return among(condition.sectors, organisation.sector, "sector");
  return among(condition.laender, organisation.land, "land");
}

function among<T>(allowed: readonly T[], own: T | undefined, profile: "sizeClass" | "sector" | "land"): Verdict {
  if (own === undefined) return { kind: "open", facts: [{ profile }] };
  return allowed.includes(own) ? holds() : never;
}

/** One that holds is enough; as long as one may still hold, nothing is decided. */
function anyOf(verdicts: Verdict[]): Verdict {
  const found = verdicts.find(({ kind }) => kind === "true");
  if (found) return found;
  const facts = verdicts.flatMap((one) => (one.kind === "open" ? one.facts : []));
  if (facts.length > 0) return { kind: "open", facts };
  const asSoonAs = verdicts.flatMap((one) => (one.kind === "not-yet" ? one.asSoonAs : []));
  return asSoonAs.length > 0 ? { kind: "not-yet", asSoonAs } : never;
}

/** A duty is as far fulfilled as the weakest item that speaks of it; what nobody knows is not taken for fulfilled. */
function fulfilmentOf(items: readonly string[], standings: Standings): Fulfilment {
  const known = items.map((id): Standing => standings.get(id) ?? "open").filter((standing) => standing !== "na");
  if (known.length === 0) return "not-asked";
  const levels = known.filter((standing) => standing !== "open");
  const lowest = Math.min(...levels);
  if (lowest === 0) return "missing";
  if (levels.length < known.length) return "unknown";
  return lowest >= 3 ? "in-place" : "partly";
}
