/** Colours of a chart. */
export type Palette = { text: string; line: string; mark: string; band: string; paper: string };

/** By name; where no style sheet gives them a value, whoever lays out the chart does. */
export const pagePalette: Palette = {
  text: "var(--chart-text)",
  line: "var(--chart-line)",
  mark: "var(--chart-mark)",
  band: "var(--chart-band)",
  paper: "var(--chart-paper)",
};
