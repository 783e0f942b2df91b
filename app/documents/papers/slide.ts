import { methodLine } from "../chapters/brief-context";
import { asked } from "../chapters/opening";
import { valueLine } from "../chapters/value-line";
import { heading, hint, runs } from "../blocks";
import type { ReportDocument } from "../document";
import { valueFigure } from "../figures";
import type { DocumentInput } from "../material";
import { shortPaper } from "./short-paper";

/** One page for a talk: the true sentence, the value, strengths, gaps and next steps by their names, what the plan takes. */
export function slide(material: DocumentInput): ReportDocument {
  const { view, locale } = material;
  const { result } = locale.messages;
  const { overview, nextSteps } = view;
  const column = (title: string, names: string[], none: string) => ({ title, items: (names.length > 0 ? names : [none]).map(runs) });
  return shortPaper(
    material,
    view.title,
    [
      heading(1, overview.verdict),
      valueLine(view),
      valueFigure(view, locale),
      {
        kind: "columns",
        columns: [
          column(
            result.strengths,
            overview.strengths.map(({ title }) => title),
            overview.noStrengths,
          ),
          column(
            overview.gapsTitle,
            overview.gaps.map(({ title }) => title),
            result.noGaps,
          ),
          column(
            result.nextSteps.title,
            nextSteps.map(({ kindName, title }) => `${kindName}: ${title}`),
            view.noSteps,
          ),
        ],
      },
      ...asked(material).filter(({ kind }) => kind === "numbers"),
      hint(methodLine(material)),
    ],
    "slide",
  );
}
