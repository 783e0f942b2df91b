import type { Sheet } from "write-excel-file/node";
import { getCellAddress } from "write-excel-file/utility";
import type { Theme } from "../theme";
import type { Grid } from "./grid";
import { coloursOf, conditionsOf, type Condition, type Scale } from "./scale";

type Rule = NonNullable<Sheet<never>["conditionalFormatting"]>[number];

/** How a workbook colours the cells of a column by what stands in them; it goes on doing so when somebody changes them. */
export function cellRules({ rows, widths, frozen }: Grid, theme: Theme): Rule[] {
  const first = rows[frozen.rows];
  return widths.flatMap((_width, column) => {
    const scale = first?.cells[column]?.scale;
    return scale ? rulesOf(scale, { column, from: frozen.rows, to: rows.length - 1 }, theme) : [];
  });
}

function rulesOf(scale: Scale, { column, from, to }: { column: number; from: number; to: number }, theme: Theme): Rule[] {
  // The library counts from 1.
  const cellRange = { from: { row: from + 1, column: column + 1 }, to: { row: to + 1, column: column + 1 } };
  const { line, paper } = theme.colours;
  // To a comparison, an empty cell is 0: it is hatched first, for what has no value is no zero.
  const empty: Rule = {
    cellRange,
    condition: { formula: `ISBLANK(${getCellAddress(from, column)})` },
    style: { fillPatternStyle: "lightUp", fillPatternColor: line, backgroundColor: paper },
  };
  const rules = conditionsOf(scale).map((condition): Rule => {
    const { fill, text } = coloursOf(condition.look, theme);
    return { cellRange, condition: conditionOf(condition), style: { backgroundColor: fill, textColor: text } };
  });
  return scale.kind === "words" ? rules : [empty, ...rules];
}

function conditionOf(condition: Condition): Rule["condition"] {
  if ("below" in condition) return { operator: "<", value: condition.below };
  if ("from" in condition) return { operator: ">=", value: condition.from };
  return { operator: "=", value: condition.equals.replaceAll('"', '""') };
}
