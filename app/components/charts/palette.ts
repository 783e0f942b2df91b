/** Colours of a chart: custom properties on a page, plain values in a document. */
export type Palette = { text: string; line: string; mark: string; band: string };

export const pagePalette: Palette = {
  text: "var(--chart-text)",
  line: "var(--chart-line)",
  mark: "var(--chart-mark)",
  band: "var(--chart-band)",
};
