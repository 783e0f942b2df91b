/** Colours of a chart: custom properties on a page, plain values in a document. */
export type Palette = { text: string; line: string; mark: string; band: string; paper: string };

export const pagePalette: Palette = {
  text: "var(--chart-text)",
  line: "var(--chart-line)",
  mark: "var(--chart-mark)",
  band: "var(--chart-band)",
  paper: "var(--page)",
};

/** On white paper, strong enough where it is printed in greys. */
export const paperPalette: Palette = { text: "#1f2430", line: "#c9ced8", mark: "#14327a", band: "#d3d8e3", paper: "#ffffff" };
