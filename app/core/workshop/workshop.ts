import { z } from "zod";
import { distanceOf, openDisagreements, type Distance } from "../agreement/spread";
import type { Team } from "../agreement/team";
import { agreedAnswers } from "../agreement/agreed-answers";
import { isNotApplicable, isUnknown, levelOf, type Answer } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import type { QuestionnaireContent } from "../content";
import { ownValue } from "../entry-of";
import { askedItems } from "../questionnaire/questionnaire";

/** As many phones as one room holds. */
export const mostParticipants = 30;

/** How far a workshop is. */
export type WorkshopState = {
  /** Ids of its questions, in the order in which they are asked. */
  items: string[];
  /** 0: people gather; n: the n-th question; one more than there are questions: what was agreed. */
  position: number;
  /** Questions whose votes everybody sees. */
  shown: string[];
  isOver: boolean;
};

/** What the room sees. */
export type Stage =
  | { name: "gathering" }
  | { name: "voting" | "shown"; item: string; number: number }
  | { name: "summary" }
  | { name: "over" };

export function stageOf({ items, position, shown, isOver }: WorkshopState): Stage {
  if (isOver) return { name: "over" };
  if (position === 0) return { name: "gathering" };
  const item = items[position - 1];
  return item === undefined ? { name: "summary" } : { name: shown.includes(item) ? "shown" : "voting", item, number: position };
}

export const moveSchema = z.enum(["next", "back", "show", "again", "end"]);
/** What the moderator does. `again`: the votes are hidden, and everybody may vote once more. */
export type Move = z.infer<typeof moveSchema>;

/** @returns the state after a move; null where it makes no sense there. */
export function moved(state: WorkshopState, move: Move): WorkshopState | null {
  const stage = stageOf(state);
  if (stage.name === "over") return null;
  switch (move) {
    case "next":
      return stage.name === "summary" ? null : { ...state, position: state.position + 1 };
    case "back":
      return stage.name === "gathering" ? null : { ...state, position: state.position - 1 };
    case "show":
      return stage.name === "voting" ? { ...state, shown: [...state.shown, stage.item] } : null;
    case "again":
      return stage.name === "shown" ? { ...state, shown: state.shown.filter((item) => item !== stage.item) } : null;
    case "end":
      return { ...state, isOver: true };
  }
}

/** Tells whether the room has moved on since somebody looked: a button that was pressed twice moves it once. */
export const stageTag = ({ position, shown, isOver }: WorkshopState): string => `${position}.${shown.length}${isOver ? ".over" : ""}`;

/** Whether the votes show by themselves. One person alone would see nothing but their own, and be known by it. */
export const isComplete = ({ joined, voted }: { joined: number; voted: number }): boolean => joined >= 2 && voted >= joined;

/** How many have voted for each level, and for what is none. */
export type Tally = Distance & { levels: number[]; dontKnow: number; notApplicable: number; votes: number };

/** @param votes one of each person. @param levels how many there are to choose from. */
export function tallyOf(votes: Answer[], levels: number): Tally {
  const given = votes.flatMap((vote) => ("level" in vote ? [vote.level] : []));
  return {
    levels: Array.from({ length: levels }, (_none, level) => given.filter((one) => one === level).length),
    dontKnow: votes.filter(isUnknown).length,
    notApplicable: votes.filter(isNotApplicable).length,
    votes: votes.length,
    ...distanceOf(votes),
  };
}

/** Which questions a workshop asks: all, those that people see differently, those without a level, or those of one topic. */
export type ItemChoice = "all" | "spread" | "open" | { dimension: string };

/** @returns ids in model order, but what people differ on as method, section 8 sorts it: the widest apart first. */
export function chooseItems(choice: ItemChoice, assessment: Assessment, team: Team, questionnaire: QuestionnaireContent): string[] {
  if (choice === "spread") return openDisagreements(questionnaire, assessment, team).map(({ item }) => item);
  const counted = agreedAnswers(assessment.answers, team);
  const isSettled = (item: string) => levelOf(ownValue(counted, item)) !== "open";
  return questionnaire.dimensions
    .filter(({ id }) => typeof choice === "string" || id === choice.dimension)
    .flatMap((dimension) => askedItems(dimension, assessment.depth).map(({ id }) => id))
    .filter((id) => choice !== "open" || !isSettled(id));
}

/** The code that people type to join: letters and digits that nobody takes for another, and no vowels that would make words. */
export const joinCodeAlphabet = "bcdfghjkmnpqrstvwxz23456789";
export const joinCodeLength = 8;

/** What was typed as a code, as it is kept; null where it can be none. Case, spaces and dashes do not count. */
export function readJoinCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, "");
  return code.length === joinCodeLength && [...code].every((letter) => joinCodeAlphabet.includes(letter)) ? code : null;
}

/** The code as people read it, in two halves. */
export const spokenJoinCode = (code: string): string => `${code.slice(0, joinCodeLength / 2)}-${code.slice(joinCodeLength / 2)}`;
