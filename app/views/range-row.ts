/** A dimension in a chart: its score with its interval, and the band of a region beside it; all 0–100. */
export type RangeRow = {
  name: string;
  score: number | null;
  interval: [number, number] | null;
  /** The value and, where it differs, its interval, as they stand beside the row. */
  text: string;
  band: [number, number] | null;
  /** The band as the table beside the chart writes it. */
  bandText: string;
};
