import { methodLine } from "../chapters/brief-context";
import { byState, dutiesTitle } from "../chapters/brief-duties";
import { costs, decisionPoints, waysTable, withoutPlan } from "../chapters/decision";
import { yearsTable } from "../chapters/plan";
import { bullets, facts, heading, hint, paragraph } from "../blocks";
import type { ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { dutiesIn } from "../../views/duties";
import { shortPaper } from "./short-paper";

/** Measures with a row of their own; the report, which is attached, names each of the others. */
const rowsOnTwoPages = 10;

/** The paper for a session in two pages: subject, decision, reasons, cost by budget year, who is responsible, alternatives. */
export function resolution(input: DocumentInput): ReportDocument {
  const { view, locale } = input;
  const { papers } = locale.messages;
  const words = papers.resolution;
  const { overview, decision, plan } = view;
  const title = words.title(view.organisation);
  const planned = plan.planned;
  const reasons = [
    overview.verdict,
    valueSentence(overview.value),
    view.history.change?.text,
    view.history.change?.noise,
    ...(overview.quick ? [words.quickBasis, overview.quick.expected] : []),
  ];
  return shortPaper(input, title, [
    heading(1, title),
    facts([
      [words.facts.subject, words.subject],
      [words.facts.body, words.toFill],
      [words.facts.session, words.toFill],
      [words.facts.publicity, words.publicity],
      [words.facts.number, words.toFill],
      [words.facts.author, view.written?.author || words.toFill],
    ]),
    heading(2, papers.decision.title[view.track]),
    ...(decision && planned
      ? [...(plan.offer ? [hint(plan.offer.told)] : []), paragraph(papers.decision.lead[view.track]), ...decisionPoints(decision.points)]
      : withoutPlan(input)),
    heading(2, words.reasons),
    paragraph(reasons.filter(Boolean).join(" ")),
    ...bullets([...overview.strengths, ...overview.gaps].map(({ title: name, text }) => [{ text: `${name}: `, strong: true }, { text }])),
    heading(2, words.legal),
    paragraph(legalText(input)),
    ...(decision && planned
      ? [
          heading(2, words.costs),
          ...costs(decision, planned, input, { before: yearsTable(planned, locale), most: rowsOnTwoPages }),
          facts([
            ...(view.money.isNeeded ? ([[words.facts.budgetLine, words.budgetLine]] as const) : []),
            [words.facts.staff, words.staffUntil(decision.effort, decision.end, decision.yearlyEffort)],
          ]),
          heading(2, words.alternatives),
          waysTable(decision, input),
        ]
      : []),
    heading(2, words.attachments),
    paragraph(`${words.attachment}. ${methodLine(input)}`),
  ]);
}

/** The value's two halves as they stand in running text: each its own sentence, or one with a comma. */
function valueSentence({ text, range }: DocumentInput["view"]["overview"]["value"]): string {
  if (text.endsWith(".")) return [text, range].filter(Boolean).join(" ");
  return `${[text, range].filter(Boolean).join(", ")}.`;
}

function legalText(input: DocumentInput): string {
  const { view, locale } = input;
  const { names } = locale.messages;
  const { resolution: words } = locale.messages.papers;
  const now = dutiesIn(view.duties, "now");
  const named = (duties: typeof now) => locale.list(duties.map(({ title }) => names.quoted(title)));
  const groups = byState(now);
  const later = dutiesIn(view.duties, "from-date").map(({ title, since }) => words.since(names.quoted(title), since || ""));
  return [
    `${dutiesTitle(now, input)}.`,
    ...groups.map(({ state, duties }) => words.legalText(groups.length > 1 ? state : "all", named(duties))),
    ...(later.length > 0 ? [words.legalLater(locale.list(later))] : []),
  ].join(" ");
}
