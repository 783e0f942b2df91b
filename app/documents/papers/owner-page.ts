import { facts, heading, hint, paragraph, runs, table } from "../blocks";
import { methodLine } from "../chapters/brief-context";
import { helpOf } from "../chapters/brief-steps";
import { dutiesPage } from "../chapters/brief-duties";
import { costs } from "../chapters/decision";
import { progressPage } from "../chapters/progress";
import type { Block, ReportDocument, Runs } from "../document";
import type { DocumentInput } from "../material";
import { dutiesIn, type DutyView } from "../../views/duties";
import type { TopicView } from "../../views/topics";
import { shortPaper } from "./short-paper";

const told = 3;

/**
 * What an owner acts on: after the quick check one page with the true sentence, three steps, what becomes a duty, money
 * and what can wait; after the full one the duties, the topics and the plan as well.
 */
export function ownerPage(input: DocumentInput): ReportDocument {
  const { view, locale } = input;
  return shortPaper(input, view.title, [
    ...firstPage(input),
    hint(`${locale.messages.papers.owner.legal} ${methodLine(input)}`),
    ...(view.quick ? [] : fullPages(input)),
    ...progressPage(input),
  ]);
}

function firstPage(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { papers } = locale.messages;
  const { nextSteps } = view;
  return [
    heading(1, view.overview.verdict),
    ...(view.written?.summary ? [paragraph(view.written.summary)] : []),
    ...(nextSteps.length === 0
      ? [paragraph(view.noSteps)]
      : [
          heading(2, papers.owner.steps(nextSteps.length)),
          ...(view.plan.offer ? [hint(view.plan.offer.changed)] : []),
          ...nextSteps.flatMap((step, index) => ownerStep(step, index + 1, input)),
          ...(view.afterSteps ? [paragraph(view.afterSteps)] : []),
        ]),
    { kind: "columns", columns: [duties(input), money(input), notYet(input)].flatMap((column) => column ?? []) },
  ];
}

type NextStep = DocumentInput["view"]["nextSteps"][number];

function ownerStep(step: NextStep, number: number, { view, locale }: DocumentInput): Block[] {
  const { owner, steps } = locale.messages.papers;
  const { result } = locale.messages;
  const planned = view.plan.planned?.steps.find(({ id }) => id === step.id);
  const paying = step.funding.filter(({ isUsable }) => isUsable).slice(0, 2);
  return [
    heading(3, `${number} ${step.kindName} · ${step.title}`),
    facts([
      ...(step.answersDuties.length > 0 ? ([[steps.duty, step.answersDuties.join("; ")]] as const) : []),
      [result.list.firstHalfHour, step.firstHalfHour],
      ...(step.help.length > 0 ? ([[owner.help, helpOf(step)]] as const) : []),
      [owner.costs, [step.cost, step.effort, step.yearly].filter(Boolean).join(" · ")],
      ...(paying.length > 0
        ? ([[owner.pays, paying.map(({ name, when }) => [name, when].filter(Boolean).join(", ")).join("; ")]] as const)
        : []),
      ...(step.brings[0] ? ([[owner.brings, step.brings[0].text]] as const) : []),
      ...(planned ? ([[steps.who, `${planned.responsible}, ${locale.messages.papers.decision.until} ${planned.untilText}`]] as const) : []),
    ]),
  ];
}

type Column = { title: string; items: Runs[] };

/** What applies today without full evidence, and how much besides; or else what becomes a duty later, or what is to be clarified. */
function duties({ view, locale }: DocumentInput): Column | null {
  const { papers, result } = locale.messages;
  const named = (title: string, own: DutyView[]): Column => ({
    title,
    items: own.slice(0, told).map((duty) => [{ text: duty.title }, { text: `\n${duty.norm.short}`, muted: true }]),
  });
  const now = dutiesIn(view.duties, "now");
  const missing = now.filter(({ isMissing }) => isMissing);
  if (missing.length > 0) {
    const { title, items } = named(result.duties.groups.now, missing);
    const others = now.length - items.length;
    return { title, items: [...items, ...(others > 0 ? [[{ text: papers.duties.others(others), muted: true }]] : [])] };
  }
  const [later, open] = [dutiesIn(view.duties, "as-soon-as"), dutiesIn(view.duties, "to-clarify")];
  if (later.length === 0) return open.length > 0 ? named(result.duties.groups["to-clarify"], open) : null;
  return {
    title: papers.duties.soonTitle,
    items: later.slice(0, told).map(({ title, why }) => [{ text: title }, { text: `\n${why}`, muted: true }]),
  };
}

function money({ view, locale }: DocumentInput): Column {
  const { owner } = locale.messages.papers;
  const open = view.money.open.slice(0, told);
  const items = open.map(({ name, when }): Runs => [{ text: name }, ...(when ? [{ text: `\n${when}`, muted: true }] : [])]);
  const hint: Runs[] = view.money.hint ? [[{ text: view.money.hint, muted: true }]] : [];
  return { title: owner.funding, items: [...(items.length > 0 ? items : [runs(owner.noFunding)]), ...hint] };
}

function notYet({ view, locale }: DocumentInput): Column | null {
  const { later } = view.list;
  return later.length === 0
    ? null
    : { title: locale.messages.papers.owner.notYet, items: later.slice(0, told).map(({ title }) => runs(title)) };
}

/** Topic by topic what is missing and what nobody knows; where there is neither, what there is. */
function topicsTable({ view, locale }: DocumentInput): Block {
  const { report, result } = locale.messages;
  const isMissing = view.topics.some(({ brief }) => brief.missing.length > 0);
  const isOpen = view.topics.some(({ brief }) => brief.open.length > 0);
  const title = !isOpen ? (isMissing ? result.gaps.missing : result.topic.inPlace) : isMissing ? result.gaps.both : result.gaps.open;
  const told = ({ brief }: TopicView): Runs => {
    if (!isMissing && !isOpen) return runs(brief.inPlace.join("; ") || "–");
    const [missing, open] = [locale.names(brief.missing, true), locale.names(brief.open, true)];
    const unclear = isMissing && open ? `${result.topic.open}: ${open}` : open;
    return runs([missing, unclear].filter(Boolean).join("\n") || "–");
  };
  return table(
    "",
    [
      { title: report.dimension, share: 4 },
      { title: result.value.short, share: 2, numeric: true },
      { title, share: 11 },
    ],
    view.topics.map((topic) => [topic.name, topic.score, told(topic)]),
  );
}

function fullPages(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { papers } = locale.messages;
  return [
    ...dutiesPage(input),
    heading(1, papers.owner.topicsTitle),
    topicsTable(input),
    ...(view.decision && view.plan.planned ? [heading(2, papers.owner.planTitle), ...costs(view.decision, view.plan.planned, input)] : []),
  ];
}
