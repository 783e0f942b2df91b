import { agreedAnswers } from "../../core/agreement/agreed-answers";
import { assessmentAt } from "../../core/rounds/round";
import { roundField } from "../../views/report-options";
import type { Readable } from "../access/assessment-access";
import { readable, refusal } from "../request";

/** A report of an earlier round: whose numbers it has, of which day, and with which content it was made first. */
export type PastRound = { number: number; closedOn: string; contentVersion: string };

type AtRound = { assessment: Readable; today: string; past: PastRound | null };

/**
 * The assessment that an address asks for: of today, or as it was when a round was closed, with the day of its report.
 * What was closed is read only; its brand and logo are those of today.
 * @param asked number of the round as the address has it; null: today's.
 * @returns null where there is no such round.
 */
export async function atRound(assessment: Readable, asked: string | null, today: string): Promise<AtRound | null> {
  if (asked === null) return { assessment, today, past: null };
  const [rounds, now] = await Promise.all([assessment.rounds(), assessment.authorText()]);
  const number = /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  const [whole, round] = [assessmentAt(rounds, number), rounds.closed[number - 1]];
  if (!whole || !round) return null;
  const { closedOn, contentVersion } = round;
  const authorText = whole.authorText && { ...whole.authorText, logo: now?.logo ?? null };
  const then: Readable = {
    ...assessment,
    ...whole,
    may: "read",
    plan: () => Promise.resolve(whole.plan),
    authorText: () => Promise.resolve(authorText),
    team: () => Promise.resolve(whole.team),
    agreed: () => Promise.resolve(agreedAnswers(whole.answers, whole.team)),
    brand: assessment.brand,
    rounds: () => Promise.resolve(whole.rounds),
    whole: async () => ({ ...whole, brand: await assessment.brand() }),
  };
  return { assessment: then, today: closedOn, past: { number, closedOn, contentVersion } };
}

/** The same of the address that a request names, for whoever may read it. @throws a refusal where there is no such round. */
export async function readableRound(args: Parameters<typeof readable>[0]): Promise<AtRound> {
  const asked = new URL(args.request.url).searchParams.get(roundField);
  const found = await atRound(await readable(args), asked, args.context.today);
  if (!found) throw refusal("not-found");
  return found;
}
