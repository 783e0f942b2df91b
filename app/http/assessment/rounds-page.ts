import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { progressOf, totalOf } from "../../core/assessment/progress";
import { modelOf } from "../../core/content";
import { askedItems } from "../../core/questionnaire/questionnaire";
import { isOpen } from "../../core/rounds/round";
import type { Rounds } from "../../core/assessment/whole-assessment";
import type { Locale } from "../../i18n/index";
import type { Editable } from "../access/assessment-access";
import { allQuestions } from "./topic-of";

type Context = Pick<AppLoadContext, "content" | "today">;

/** How many months a reminder can lie ahead. */
const reminderMonths = 24;

/** Where an assessment stands with its rounds, in a sentence or two. */
export function roundState(assessment: Waiting, rounds: Rounds, { messages, date }: Locale, content: Context["content"]): string[] {
  const { state } = messages.rounds;
  const last = rounds.closed.at(-1);
  if (!last) return [state.first];
  if (!isOpen(rounds)) return [state.between(rounds.closed.length, date(last.closedOn))];
  const waiting = waitingIn(assessment, rounds, content);
  return [
    state.running(rounds.closed.length + 1, date(rounds.begunOn ?? last.closedOn)),
    ...(waiting ? [state.waiting(waiting.count)] : []),
  ];
}

type Waiting = Pick<Editable, "track" | "modelVersion" | "depth" | "previous">;

/**
 * How many answers of the last round wait to be confirmed in the one under way, and the topic, as addresses have it, that is the first
 * with one; null where none does.
 */
export function waitingIn(assessment: Waiting, rounds: Rounds, content: Context["content"]) {
  if (rounds.closed.length === 0 || !isOpen(rounds)) return null;
  const waits = ({ id }: { id: string }) => Object.hasOwn(assessment.previous, id);
  const asked = modelOf(content, assessment).dimensions.map((dimension) => ({
    topic: dimension.id,
    items: askedItems(dimension, assessment.depth).filter(waits),
  }));
  const first = asked.find(({ items }) => items.length > 0);
  if (!first) return null;
  return {
    count: asked.reduce((sum, { items }) => sum + items.length, 0),
    topic: assessment.depth === "quick" ? allQuestions : first.topic,
  };
}

/** All that the page of an assessment's rounds shows. */
export async function roundsPage(assessment: Editable, rounds: Rounds, locale: Locale, { content, today }: Context) {
  const { date } = locale;
  const { answered, asked } = totalOf(progressOf(modelOf(content, assessment), { ...assessment, answers: await assessment.agreed() }));
  const newest = content.questionnaires[assessment.track].modelVersion;
  return {
    id: assessment.id,
    state: roundState(assessment, rounds, locale, content),
    waiting: waitingIn(assessment, rounds, content),
    closing: isOpen(rounds)
      ? { number: rounds.closed.length + 1, answered, asked, from: rounds.closed.at(-1)?.closedOn ?? null, to: today }
      : null,
    beginning: isOpen(rounds)
      ? null
      : {
          number: rounds.closed.length + 1,
          newer: newest === assessment.modelVersion ? null : newest,
          hasTeam: (await assessment.team()).people.length > 0,
        },
    closed: rounds.closed
      .map(({ closedOn, state }, index) => ({ number: index + 1, day: date(closedOn), model: state.modelVersion }))
      .reverse(),
    months: monthsFrom(today).map((month) => ({ value: month, label: date(month) })),
  };
}

/** From next month on; the sixth is what reports recommend. */
export function monthsFrom(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: reminderMonths }, (_, index) => new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 7));
}

/** Days on which a round can be closed: not before the last one, not in the future. */
export const canCloseOn = (day: string, { closed }: Rounds, today: string): boolean =>
  z.iso.date().safeParse(day).success && day <= today && day >= (closed.at(-1)?.closedOn ?? "");
