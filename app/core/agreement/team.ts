import { z } from "zod";
import { allNameless, answerSchema, isAnswered, nameless, type Answers } from "../assessment/answer";
import { freeText, textLimits } from "../assessment/text";
import { idSchema } from "../vocabulary";

/** How far somebody is who was asked to answer a part: `done` and `asks` have handed it back, `revoked` has no link any more. */
export const personStates = ["invited", "answering", "done", "asks", "revoked"] as const;
export type PersonState = (typeof personStates)[number];

/** Who answers a part, and who votes in a workshop or moderates one. */
export type PersonKind = "colleague" | "participant" | "moderator";

export const mostPeople = 100;

/** Somebody who answers a part of the questions. */
export const personSchema = z.strictObject({
  /** Whoever voted in a workshop; otherwise a colleague who was asked. */
  kind: z.literal("participant").optional(),
  /** Of the person or of their role; empty where it is kept no longer. */
  name: freeText(textLimits.name),
  /** Ids of the questions they were given. */
  items: z.array(idSchema).max(1_000),
  /** ISO day by which they were asked to answer. */
  until: z.iso.date().nullable(),
  state: z.enum(personStates),
  /** Whom to ask instead, in their words. */
  ask: freeText(textLimits.reason),
  answers: z.record(idSchema, answerSchema),
});
export type Person = z.infer<typeof personSchema>;

/** An answer that the owner has recorded for everybody. */
export const recordedSchema = z.strictObject({
  answer: answerSchema,
  reason: freeText(textLimits.reason).pipe(z.string().min(1)),
  /** See `answersTagOf`: of the answers that it was agreed from. */
  about: z.string().max(64),
});

/** Who answers besides whoever works with the assessment itself, and what they have agreed on. */
export const teamSchema = z.strictObject({
  people: z.array(personSchema).max(mostPeople),
  /** By item. */
  recorded: z.record(idSchema, recordedSchema),
  /** Whether reports name them. */
  showNames: z.boolean(),
});
export type Team = z.infer<typeof teamSchema>;

export const noTeam: Team = { people: [], recorded: {}, showNames: false };

/** Everybody's answers: first those of whoever works with the assessment itself, whose name is null, then the people's. */
export type Respondent = { name: string | null; answers: Answers };

/** Those who have answered anything. */
export function respondentsOf(own: Answers, { people }: Pick<Team, "people">): Respondent[] {
  const all = [{ name: null, answers: own }, ...people.map(({ name, answers }) => ({ name, answers }))];
  return all.filter(({ answers }) => Object.values(answers).some(isAnswered));
}

/** Whether somebody was asked to answer a part, and may come back to it. */
export const isColleague = ({ kind }: Pick<Person, "kind">): boolean => kind !== "participant";

/**
 * The team as it goes on after everybody's answers have become those of the assessment: under a new round or questionnaire. Whoever
 * took part in a workshop was asked for that hour only.
 */
export const begunAnew = ({ people, showNames }: Team): Team => ({
  people: people
    .filter(isColleague)
    .map((person) => ({ ...person, state: person.state === "revoked" ? "revoked" : "invited", ask: "", answers: {} })),
  recorded: {},
  showNames,
});

/** The team as a closed round keeps it: who it was is nobody's business any more, what they said makes the report. */
export function withoutNames({ people, recorded }: Team): Team {
  return {
    people: people.map(({ kind, answers, items }) => ({
      ...(kind && { kind }),
      ...{ name: "", items, until: null, state: "done" as const, ask: "" },
      answers: allNameless(answers),
    })),
    recorded: Object.fromEntries(Object.entries(recorded).map(([item, one]) => [item, { ...one, answer: nameless(one.answer) }])),
    showNames: false,
  };
}
