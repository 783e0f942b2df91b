import { agreedAnswers } from "./agreement/agreed-answers";
import { respondentsOf } from "./agreement/team";
import type { Assessment } from "./assessment/assessment";
import { weightsByDimension, type AssessmentState, type WholeAssessment } from "./assessment/whole-assessment";
import { modelOf, type Content } from "./content";
import { nextQuarter } from "./plan/days";
import type { PlanStep } from "./plan/settings";
import { printableDepth } from "./printable-depth";
import type { ReportInput } from "./report";
import type { RoundInput } from "./rounds/change";
import type { RoundsInput } from "./rounds/history";
import { isOpen } from "./rounds/round";
import type { DimensionId } from "./vocabulary";

/**
 * What makes the report of an assessment, wherever it comes from: page, document, API and command line say the same of
 * the same file.
 * @param date ISO date on which the report is made.
 * @param changed weights that a reader has chosen instead of the assessment's own.
 */
export function reportInputOf(
  whole: Assessment & Pick<WholeAssessment, "previous" | "weights" | "facts" | "plan" | "team" | "rounds">,
  content: Content,
  date: string,
  changed: ReadonlyMap<DimensionId, number> = new Map(),
): ReportInput {
  const { team } = whole;
  const assessment = { ...whole, answers: agreedAnswers(whole.answers, team) };
  const { track, modelVersion, organisation, aiUse, answers, weights, plan } = assessment;
  const depth = printableDepth(modelOf(content, assessment), assessment);
  const chosen = new Map([...weightsByDimension(weights), ...changed]);
  return {
    assessment: { track, depth, modelVersion, organisation, aiUse, answers },
    date,
    weights: chosen,
    facts: whole.facts,
    plan: {
      limits: plan.limits,
      kept: plan.kept,
      done: idsIn(plan, "done"),
      begun: idsIn(plan, "begun"),
      firstDay: nextQuarter(plan.since ?? date),
    },
    agreement: {
      respondents: respondentsOf(whole.answers, team),
      recorded: Object.keys(team.recorded),
      showNames: team.showNames,
    },
    rounds: roundsInput({ ...whole, weights: Object.fromEntries(chosen) }),
  };
}

function roundsInput(assessment: Assessment & Pick<WholeAssessment, "previous" | "weights" | "plan" | "team" | "rounds">): RoundsInput {
  const { closed, targets } = assessment.rounds;
  return {
    closed: closed.map(({ state, closedOn, samePeople }) => ({ ...roundInput(state), closedOn, samePeople })),
    running: isOpen(assessment.rounds) ? roundInput(assessment) : null,
    targets,
  };
}

function roundInput(state: Assessment & Pick<AssessmentState, "previous" | "weights" | "plan" | "team">): RoundInput {
  const { track, depth, aiUse, modelVersion, previous, weights, plan, team } = state;
  const answers = agreedAnswers(state.answers, team);
  const respondents = respondentsOf(state.answers, team);
  return { track, depth, aiUse, modelVersion, answers, weights, waiting: Object.keys(previous), done: idsIn(plan, "done"), respondents };
}

const idsIn = ({ steps }: WholeAssessment["plan"], wanted: PlanStep["status"]): string[] =>
  Object.entries(steps).flatMap(([id, { status }]) => (status === wanted ? [id] : []));
