import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Answers } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import { findContradictions } from "../../app/core/assessment/contradictions";
import { standingsOf } from "../../app/core/assessment/standing";
import type { Condition, Duty } from "../../app/core/duties/duty";
import { findDuties, isDue, type ApplicableDuty } from "../../app/core/duties/find-duties";
import { catalogueFor } from "../../app/core/initiatives/catalogue";
import { initiativeKinds, type Initiative } from "../../app/core/initiatives/initiative";
import { middleFor } from "../../app/core/initiatives/middle";
import { listInitiatives, type InitiativeList, type ListInput } from "../../app/core/initiatives/order";
import type { PlanInput } from "../../app/core/plan/plan";
import type { Item } from "../../app/core/questionnaire/questionnaire";
import { isPresumed, scoredItems, type ScoredItem } from "../../app/core/score/scored-items";
import { verdictOf, type Verdict } from "../../app/core/verdict";
import {
  aiUses,
  depths,
  laender,
  languages,
  ownerships,
  sectors,
  sizeClasses,
  tracks,
  type AiUse,
  type Track,
} from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { verdictText } from "../../app/views/overview";
import { reportView } from "../../app/views/report-view";
import { namesOf } from "../../app/views/view-input";
import { byId } from "../support/builders";
import { gains, mayStart, reachable, valuesAfter } from "../support/exhaustive-plan";
import { planned } from "../support/plans";
import { reportFor } from "../support/report";
import { content } from "../support/content";

/*
 * What the catalogue advises to organisations drawn at random. A plan takes half a second, so there are fewer of them:
 * a thousand organisations of each track get duties, list and verdict from the functions that `makeReport` calls, and
 * a dozen a whole report, whose duties, list and verdict must be the same.
 */
const organisations = 1_000;
const reports = 12;
const patience = 240_000;

const itemsOf = (track: Track): Item[] => content.questionnaires[track].dimensions.flatMap(({ items }) => items);
const initiativesOf = (track: Track) => content.initiatives.filter((initiative) => initiative.tracks.includes(track));

/** How likely each answer is: levels 0 to 4, "don't know", "does not apply" and none at all. */
const styles = {
  beginning: [6, 4, 2, 1, 0, 2, 1, 1],
  half: [2, 3, 4, 2, 1, 1, 1, 1],
  advanced: [0, 1, 2, 5, 4, 1, 1, 0],
  anything: [1, 1, 1, 1, 1, 1, 1, 1],
  scarce: [1, 1, 1, 1, 1, 2, 0, 20],
};
const answerKinds: (Answer | null)[] = [
  ...([0, 1, 2, 3, 4] as const).map((level) => ({ level })),
  { answer: "dk" },
  { answer: "na", reason: "entfällt" },
  null,
];

function anyAnswer({ allowsNotApplicable }: Item, weights: number[]): fc.Arbitrary<Answer | null> {
  return fc.oneof(
    ...answerKinds.flatMap((value, index) => {
      const isAllowed = allowsNotApplicable || !(value && "answer" in value && value.answer === "na");
      return isAllowed ? [{ arbitrary: fc.constant(value), weight: weights[index] ?? 0 }] : [];
    }),
  );
}

function anyAssessment(track: Track): fc.Arbitrary<Assessment> {
  const items = itemsOf(track);
  const answers = fc.constantFrom(...Object.values(styles)).chain((weights) => fc.tuple(...items.map((item) => anyAnswer(item, weights))));
  const maybe = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const profile = {
    land: maybe(laender),
    sizeClass: maybe(sizeClasses[track]),
    ...(track === "sme" && { sector: maybe(sectors), ownership: maybe(ownerships) }),
  };
  return fc
    .record({ depth: fc.constantFrom("full", ...depths), aiUse: fc.constantFrom(...aiUses), organisation: fc.record(profile), answers })
    .map(({ answers: given, organisation, ...rest }) => ({
      track,
      modelVersion: content.questionnaires[track].modelVersion,
      organisation: Object.fromEntries(Object.entries(organisation).filter(([, value]) => value !== undefined)),
      answers: Object.fromEntries(items.flatMap(({ id }, index): [string, Answer][] => (given[index] ? [[id, given[index]]] : []))),
      ...rest,
    }));
}
const anyDay = fc.constantFrom("2026-11-22", "2025-02-01", "2027-12-02");

/** The level somebody gave; null: none. Where no AI is in use, what presupposes it is at 0 without being asked. */
function levelGiven(assessment: Assessment, id: string): number | null {
  const answer = assessment.answers[id];
  if (answer && "level" in answer) return answer.level;
  return isPresumed(byId(itemsOf(assessment.track), id), assessment) ? 0 : null;
}
const isNotApplicable = (answers: Answers, id: string) => {
  const answer = answers[id];
  return answer !== undefined && "answer" in answer && answer.answer === "na";
};

/** Whether it is certainly so, by what was answered and told. */
function holds(condition: Condition | { anyOf: Condition[] }, assessment: Assessment): boolean {
  const { organisation, aiUse, answers } = assessment;
  if ("anyOf" in condition) return condition.anyOf.some((one) => holds(one, assessment));
  if ("ask" in condition) return false;
  if ("aiUse" in condition) return condition.aiUse.includes(aiUse);
  if ("item" in condition) return (levelGiven(assessment, condition.item) ?? -1) >= condition.from;
  if ("applies" in condition) return !isNotApplicable(answers, condition.applies);
  if ("exists" in condition) return levelGiven(assessment, condition.exists) !== null;
  if ("sizeClasses" in condition) return condition.sizeClasses.some((one) => one === organisation.sizeClass);
  if ("ownership" in condition) return condition.ownership === organisation.ownership;
  if ("sectors" in condition) return condition.sectors.some((one) => one === organisation.sector);
  return condition.laender.some((one) => one === organisation.land);
}
const isInForce = ({ appliesFrom, appliesUntil }: Duty, day: string) =>
  (appliesFrom === null || appliesFrom <= day) && (appliesUntil === null || appliesUntil >= day);

type Advice = {
  assessment: Assessment;
  items: ScoredItem[];
  duties: ApplicableDuty[];
  input: ListInput;
  list: InitiativeList;
  verdict: Verdict;
};

/** As `makeReport` puts it together. */
function advise(assessment: Assessment, day: string): Advice {
  const { track, organisation, aiUse, answers } = assessment;
  const questionnaire = content.questionnaires[track];
  const items = scoredItems(questionnaire, assessment);
  const standings = standingsOf(questionnaire, assessment);
  const duties = findDuties(content.duties, { track, organisation, aiUse, standings, facts: {} }, day);
  const due = new Set(duties.filter(isDue).map(({ duty }) => duty.id));
  const mayBind = new Set(duties.filter(({ state }) => state !== "does-not-apply").map(({ duty }) => duty.id));
  const input = {
    track,
    sizeClass: organisation.sizeClass ?? null,
    initiatives: catalogueFor(initiativesOf(track), standings, aiUse, mayBind),
    items,
    standings,
    due,
  };
  const verdict = verdictOf(questionnaire, track, aiUse, answers, items, duties, content.initiatives);
  return { assessment, items, duties, input, list: listInitiatives(input), verdict };
}
/** For what judges by a plan's input: only what was answered counts for it. */
const asPlanInput = (input: ListInput): PlanInput => ({
  ...input,
  gates: [],
  limits: null,
  order: [],
  done: [],
  begun: [],
  firstDay: "2027-01-01",
});

function expectDutiesToBind({ assessment, duties }: Advice, day: string): void {
  for (const { duty, state, because } of duties) {
    const binds = isInForce(duty, day) && duty.conditions.every((condition) => holds(condition, assessment));
    expect(state === "now", `${duty.id} is ${state}`).toBe(binds);
    for (const item of because) expect(levelGiven(assessment, item), `${duty.id} because of ${item}`).not.toBeNull();
  }
}

function expectListInOrder({ input, list }: Advice): void {
  const own = asPlanInput(input);
  const before = valuesAfter(own, []).overall;
  let sum = 0;
  list.entries.forEach(({ initiative, rise, prerequisiteFor, duties }, index) => {
    const listed = list.entries.slice(0, index).map((entry) => entry.initiative);
    expect(mayStart(initiative, listed, own), `${initiative.id} before what it requires`).toBe(true);
    expect(rise > 1e-9 || prerequisiteFor !== null, `${initiative.id} for nothing`).toBe(true);
    for (const duty of duties) expect(input.due.has(duty), `${initiative.id} answers ${duty}`).toBe(true);
    sum += rise;
  });
  const all = list.entries.map(({ initiative }) => initiative);
  expect(sum).toBeCloseTo(valuesAfter(own, all).overall - before, 9);
  expect(new Set(all).size).toBe(all.length);
}

/** What each verb claims. What was said of the use of AI decides; the question speaks only where nobody knows. */
function claims({ use }: Verdict, aiUse: AiUse, level: number | null): boolean {
  if (use.kind === "unmanaged") return aiUse === "unmanaged";
  if (use.kind === "unknown") return aiUse === "unknown" && (level === null || level === 0);
  if (aiUse === "unknown") return use.rank === level;
  return use.rank === { none: level === 1 ? 1 : 0, unmanaged: -1, trial: 2, operation: level === 4 ? 4 : 3 }[aiUse];
}

/** A contract may be concluded and checked before anything is used. */
const beforeUse: Record<Track, string[]> = { municipality: [], sme: ["supplier-contracts"] };

function expectTrueVerdict({ assessment, items, verdict }: Advice): void {
  const { track, aiUse, answers } = assessment;
  const level = (id: string) => levelGiven(assessment, id);
  expect(claims(verdict, aiUse, items.some(({ id }) => id === "use-case-operation") ? level("use-case-operation") : null)).toBe(true);
  for (const id of verdict.strengths) expect(level(id), id).toBeGreaterThanOrEqual(3);
  for (const { item, open } of verdict.gaps) {
    expect(isNotApplicable(answers, item), item).toBe(false);
    if (open) expect(level(item), item).toBeNull();
    else expect(level(item) ?? NaN, item).toBeLessThanOrEqual(1);
  }
  // Whatever uses AI requires a person who is responsible: no aim and no backing is asked for before.
  const isAim = ({ item, open }: Verdict["gaps"][number]) => !open && item.startsWith("strategy-") && item !== "strategy-responsibility";
  const isAsked = items.some(({ id }) => id === "strategy-responsibility");
  if (isAsked && verdict.gaps.some(isAim)) expect(level("strategy-responsibility") ?? 0).toBeGreaterThanOrEqual(2);
  const questionnaire = content.questionnaires[track];
  // Who uses no AI and still has what only its use brings contradicts themselves, and is told so.
  const isContradicted = findContradictions(questionnaire, aiUse, standingsOf(questionnaire, assessment)).length > 0;
  const needsUse = itemsOf(track).filter(({ id, presupposesUse }) => presupposesUse && !beforeUse[track].includes(id));
  if (aiUse === "none" && !isContradicted) for (const { id } of needsUse) expect(verdict.strengths, "without AI").not.toContain(id);
  for (const language of languages) expectTrueText(assessment, items, verdict, language);
}

/** How long a sentence is; the name counts as one. */
const wordsOf = (text: string, organisation: string): number => text.replace(organisation, "x").split(" ").length;

/** No phrase of a question stands in the sentence unless an answer says so. */
function expectTrueText(assessment: Assessment, items: ScoredItem[], verdict: Verdict, language: (typeof languages)[number]): void {
  const locale = localeOf(language);
  const report = { ...assessment, items, verdict } as Parameters<typeof verdictText>[0];
  const names = namesOf({ report, content, locale });
  const text = verdictText(report, content, locale);
  const isAnything = items.some(({ level }) => level !== null);
  const words = locale.messages.result.verdict;
  // Whoever says that nobody knows has answered.
  const isSaid = items.some(({ id }) => JSON.stringify(assessment.answers[id])?.includes('"dk"'));
  if (!isAnything) return expect(text).toBe(isSaid ? words.onlyUnknown : words.nothing);
  const { use } = verdict;
  const verb = use.kind === "rank" ? words.uses[use.rank] : use.kind === "unmanaged" ? words.unmanaged : words.unknownUse;
  expect(text.startsWith(`${names.organisation} ${verb}`), text).toBe(true);
  // "…, with what there is. For … is missing: … Unclear: …", each part only where there is something to say.
  const goal = words.goals[use.kind === "rank" ? use.rank : 0] ?? "";
  const startOf = (sentence: string) => text.indexOf(sentence.split("\0")[0] ?? "");
  const endOfFirst = Math.max(startOf(words.missing(goal, "\0")), startOf(words.notYet("\0")));
  const startOfUnknown = startOf(words.unknown("\0"));
  const from = (start = -1) => (start < 0 ? text.length : start);
  const parts = {
    have: text.slice(0, Math.min(from(endOfFirst), from(startOfUnknown))),
    missing: text.slice(from(endOfFirst), from(startOfUnknown)),
    unknown: text.slice(from(startOfUnknown)),
  };
  const isTrue = {
    have: (level: number | null) => level !== null && level >= 3,
    missing: (level: number | null) => level !== null && level <= 1,
    unknown: (level: number | null) => level === null,
  };
  const counted = (["have", "missing", "unknown"] as const).map((kind) => {
    const phrase = (id: string) => names.item(id)[kind] ?? names.item(id).short;
    const said = itemsOf(assessment.track).filter(({ id }) => parts[kind].includes(phrase(id)));
    for (const { id } of said) {
      // A phrase may be part of a longer one, of which then the same must be true.
      const same = said.filter((other) => phrase(other.id).includes(phrase(id)));
      expect(
        same.some((other) => isTrue[kind](levelGiven(assessment, other.id))),
        `${kind} ${id}: ${text}`,
      ).toBe(true);
    }
    return said.length;
  });
  const isOpen = verdict.gaps.map(({ open }) => open);
  // What the verb says is not said again.
  const isSaidByVerb = use.kind === "rank" && use.rank >= 3;
  const strengths = verdict.strengths.filter((id) => !isSaidByVerb || id !== "use-case-operation");
  const wanted = [strengths.length, isOpen.filter((open) => !open).length, isOpen.filter((open) => open).length];
  expect(wordsOf(text, names.organisation), text).toBeLessThanOrEqual(30);
  // Something is left out only where there would be no room for it in one of the languages: a clause has up to fourteen words.
  const isAllTold = wanted.every((count, index) => (counted[index] ?? 0) >= count);
  const told = languages.map(localeOf).map((own) => ({ locale: own, text: verdictText(report, content, own) }));
  const longest = Math.max(...told.map((own) => wordsOf(own.text, namesOf({ report, content, locale: own.locale }).organisation)));
  if (longest <= 30 - 14) expect(isAllTold, text).toBe(true);
  if (strengths.length > 0) expect(counted[0], text).toBeGreaterThan(0);
  if (verdict.gaps.length > 0) expect((counted[1] ?? 0) + (counted[2] ?? 0), text).toBeGreaterThan(0);
}

describe.each(tracks)("for a thousand organisations, %s", (track) => {
  it(
    "no duty binds without its condition, nothing is recommended before what it requires, no answer contradicts the verdict",
    () => {
      fc.assert(
        fc.property(anyAssessment(track), anyDay, (assessment, day) => {
          const advice = advise(assessment, day);
          expectDutiesToBind(advice, day);
          expectListInOrder(advice);
          expectTrueVerdict(advice);
        }),
        { numRuns: organisations },
      );
    },
    patience,
  );
});

describe.each(tracks)("the whole report, %s", (track) => {
  it(
    "has a plan that can be carried out, with a use of AI where the conditions allow one, and says of topics what was answered",
    () => {
      fc.assert(
        fc.property(anyAssessment(track), (assessment) => {
          const day = "2026-11-22";
          const report = reportFor(assessment, content, day);
          const { duties, input, list, verdict } = advise(assessment, day);
          expect(report).toMatchObject({ duties, list, verdict });
          const { steps, limits, costEuro, quarters, risk } = planned(report.plan);
          expect(Math.min(risk.budget, risk.quarters), "can be carried out").toBeGreaterThanOrEqual(2 / 3);
          const own = asPlanInput(input);
          const size = assessment.organisation.sizeClass ?? null;

          for (const { id, start } of steps) {
            const finished = steps
              .filter((other) => other.start + other.quarters <= start)
              .map((other) => byId(content.initiatives, other.id));
            expect(mayStart(byId(content.initiatives, id), finished, own), `${id} at ${start}`).toBe(true);
          }
          const costs = steps.map(({ id }) => middleFor(byId(content.initiatives, id).costEuro, "once", track, size));
          expect(costEuro).toBeCloseTo(
            costs.reduce((sum, cost) => sum + cost, 0),
            6,
          );
          expect(costEuro).toBeLessThanOrEqual(limits.budgetEuro + 1e-6);
          for (const { personDays } of quarters) expect(personDays).toBeLessThanOrEqual(limits.personDaysPerQuarter + 1e-6);

          const possible = reachable(own, []);
          const answered = new Set(steps.flatMap((step) => byId(content.initiatives, step.id).duties));
          for (const duty of input.due)
            if (possible.some((one) => one.duties.includes(duty) && gains(own, one))) expect(answered, "duties").toContain(duty);
          const isUse = ({ kind }: { kind: string }) => kind === "use";
          expect(steps.some(isUse)).toBe(possible.some((one) => isUse(one) && gains(own, one)));
          const isAnything = report.items.some(({ level }) => level !== null);
          expect(report.nextSteps).toHaveLength(isAnything ? Math.min(3, steps.length) : 0);
          const now = Math.min(...steps.filter(({ canBegin }) => canBegin).map(({ start }) => start));
          for (const kind of isAnything ? initiativeKinds : []) {
            const first = steps.filter((step) => step.kind === kind && step.canBegin && step.start === now);
            if (first.length > 0)
              expect(first.map(({ id }) => id).filter((id) => report.nextSteps.includes(id)).length, kind).toBeGreaterThan(0);
          }

          const added = { authorText: null, steps: new Map() };
          for (const language of languages)
            expectTrueTopics(reportView({ report, added, content, locale: localeOf(language) }), assessment);
        }),
        { numRuns: reports },
      );
    },
    patience,
  );
});

function expectTrueTopics({ topics }: ReturnType<typeof reportView>, assessment: Assessment): void {
  for (const { inPlace, missing, open, questions } of topics) {
    const levels = questions.map(({ id }) => (isNotApplicable(assessment.answers, id) ? "na" : levelGiven(assessment, id)));
    const count = (isTrue: (level: number | null) => boolean) => levels.filter((level) => level !== "na" && isTrue(level)).length;
    expect(inPlace).toHaveLength(count((level) => level !== null && level >= 2));
    expect(missing).toHaveLength(count((level) => level !== null && level <= 1));
    expect(open).toHaveLength(count((level) => level === null));
  }
}

it("says of every use of a text tool that data protection is checked before, or what stays out", () => {
  const requires = ({ requires: { items } }: Initiative, id: string) => items.some(({ item }) => item === id);
  const unchecked = content.initiatives.filter(
    (one) => one.kind === "use" && requires(one, "security-ai-operation") && !requires(one, "privacy-assessment"),
  );
  expect(unchecked.length).toBeGreaterThan(3);
  const words = {
    de: /Datenschutz|Namen und Anschriften|personenbezogene|geschützten Daten/,
    en: /[Dd]ata protection|names and addresses|personal data|protected data/,
  };
  for (const language of languages) {
    const silent = unchecked.filter(({ summary, firstSteps, risks }) =>
      [summary[language], ...firstSteps[language], ...risks[language]].every((text) => !words[language].test(text)),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  }
});
