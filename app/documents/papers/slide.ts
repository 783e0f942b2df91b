import { methodLine } from "../chapters/brief-context";
import { valueLine } from "../chapters/value-line";
import { heading, hint, paragraph, runs } from "../blocks";
import type { ReportDocument } from "../document";
import { valueFigure } from "../figures";
import type { DocumentInput } from "../material";
import { shortPaper } from "./short-paper";

/**
 * One page for a talk: how AI is used, the value, strengths, gaps and next steps by their names, what the plan takes. Everything else
 * is said aloud.
 */
export function slide(input: DocumentInput): ReportDocument {
  const { view, locale } = input;
  const { result, papers } = locale.messages;
  const { overview, nextSteps, decision } = view;
  const { planned } = view.plan;
  const column = (title: string, names: string[], none: string) => ({ title, items: (names.length > 0 ? names : [none]).map(runs) });
  return shortPaper(
    input,
    view.title,
    [
      heading(1, overview.usage),
      valueLine(view),
      ...(view.history.change ? [paragraph(view.history.change.text)] : []),
      valueFigure(view, locale),
      {
        kind: "columns",
        columns: [
          column(
            result.strengths,
            overview.strengths.map(({ name }) => name),
            overview.noStrengths,
          ),
          column(
            overview.gapsTitle,
            overview.gaps.map(({ name }) => name),
            result.noGaps,
          ),
          column(
            result.nextSteps.title(nextSteps.length),
            nextSteps.map(({ title }) => title),
            view.noSteps,
          ),
        ],
      },
      ...(decision && planned
        ? [
            {
              kind: "numbers" as const,
              numbers: [
                { label: papers.measures(planned.steps.length), value: String(planned.steps.length), note: null },
                { label: papers.decision.once, value: planned.cost, note: null },
                { label: papers.yearlyLabel, value: decision.yearly, note: null },
                { label: papers.riseByPlan, value: decision.rise, note: null },
              ],
            },
          ]
        : []),
      hint(methodLine(input)),
    ],
    "slide",
  );
}
