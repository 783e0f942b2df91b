import { convertAnswers, type Answered, type Converted, type Models, type Previous } from "../assessment/model-versions";
import { isAnswered } from "../assessment/answer";

/**
 * The answers of one round as the next begins with them: each waits at its question under today's questionnaire, with its
 * note and evidence, and counts nowhere until somebody confirms it. What was waiting before goes on waiting where nothing
 * was answered instead.
 */
export function beginRound({ modelVersion, answers, previous }: Answered, today: string, models: Models): Converted {
  const given = Object.entries(answers).filter(([, answer]) => isAnswered(answer));
  const waiting: Previous = Object.fromEntries(given.map(([item, answer]) => [item, { modelVersion, item, answer }]));
  // What was only noted is no answer, and stays where it was noted.
  const noted = Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isAnswered(answer)));
  return convertAnswers({ modelVersion, answers: noted, previous: { ...previous, ...waiting } }, today, models);
}
