import type { Palette } from "../components/charts/palette";
import { contrast, enoughContrast, mixed } from "../core/brand/colour";
import { typefaces, type Typeface } from "./fonts";

/** Colours as `#rrggbb`: KERN's, in its light theme. */
export type Colours = Record<
  "text" | "muted" | "action" | "underline" | "line" | "hued" | "warning" | "warningHued" | "paper" | "onAction",
  string
>;

/** The measures of a page: its sides and margins in millimetres, type and space in points. */
export type Look = {
  width: number;
  height: number;
  side: number;
  top: number;
  bottom: number;
  /** Of running text, of tables, of the lead and of remarks. */
  size: number;
  small: number;
  lead: number;
  remark: number;
  /** Below a paragraph of a word processor, in heights of a letter. */
  paragraphGap: number;
  /** How high a logo above the first page may be, in millimetres; it may be five times as wide. */
  letterhead: number;
  /** Column of terms in a fact sheet, in millimetres, and the space between its rows, in heights of a letter. */
  termWidth: number;
  termGap: number;
  /** How much of a page a chapter wants to begin on it, in millimetres; null: each begins a page. */
  room: number | null;
  /** Above a chapter that begins within a page, in points. */
  chapterGap: number;
  /** By level, the first one the chapter's. */
  headings: readonly Heading[];
};
type Heading = { size: number; colour: keyof Colours; above: number; below: number };

/** How documents look: the only place of their colours, type and measures. */
export type Theme = {
  colours: Colours;
  /** On white paper, strong enough where it is printed in greys. */
  chart: Palette;
  /** Cells that are coloured by their stage, from 0 to 4. */
  stages: readonly StageColours[];
  typeface: Typeface;
  /** A long report, in which everything has room. */
  book: Look;
  /** A short paper: each chapter says one thing, and the sections below it stand close. */
  paper: Look;
  /** One page as wide as a screen, for a talk. */
  slide: Look;
};

type StageColours = { fill: string; text: string };

const [ink, paper, action] = ["#131525", "#ffffff", "#2044aa"];

/** Five shades of one colour, each with the text that can be read on it. */
export const stageColoursOf = (colour: string): StageColours[] =>
  [0.06, 0.2, 0.4, 0.7, 1].map((share) => {
    const fill = mixed(colour, share);
    // On any colour, one of black and white can be read.
    return { fill, text: [ink, paper].find((text) => contrast(text, fill) >= enoughContrast) ?? "#000000" };
  });

export const standardTheme: Theme = {
  colours: {
    text: ink,
    muted: "#505778",
    action,
    underline: "#b2c4e9",
    line: "#c0c3d5",
    hued: "#e5ebf7",
    warning: "#925400",
    warningHued: "#fff1d6",
    paper,
    onAction: paper,
  },
  chart: { text: "#1f2430", line: "#c9ced8", mark: "#14327a", band: "#d3d8e3", paper: "#ffffff" },
  stages: stageColoursOf(action),
  typeface: typefaces["fira-sans"],
  book: {
    width: 210, height: 297, side: 24, top: 32, bottom: 28,
    size: 10, small: 9, lead: 12.5, remark: 8.5, paragraphGap: 0.8, letterhead: 14,
    termWidth: 44, termGap: 0.85, room: 100, chapterGap: 40,
    headings: [
      { size: 23, colour: "action", above: 0, below: 18 },
      { size: 15, colour: "text", above: 28, below: 12 },
      { size: 12, colour: "text", above: 20, below: 8 },
      { size: 10, colour: "muted", above: 16, below: 6 },
    ],
  },
  paper: {
    width: 210, height: 297, side: 20, top: 25, bottom: 20,
    size: 9.5, small: 8.5, lead: 10.5, remark: 8.5, paragraphGap: 0.8, letterhead: 14,
    termWidth: 39, termGap: 0.6, room: 100, chapterGap: 30,
    headings: [
      { size: 17, colour: "text", above: 0, below: 12 },
      { size: 11, colour: "text", above: 13, below: 6 },
      { size: 10, colour: "text", above: 10, below: 5 },
      { size: 9, colour: "muted", above: 8, below: 4 },
    ],
  },
  slide: {
    width: 297, height: 167, side: 16, top: 19, bottom: 15,
    size: 15, small: 15, lead: 15, remark: 8.5, paragraphGap: 0.3, letterhead: 7,
    termWidth: 39, termGap: 0.6, room: null, chapterGap: 0,
    headings: [
      { size: 24, colour: "text", above: 0, below: 6 },
      { size: 15, colour: "text", above: 10, below: 8 },
      { size: 14, colour: "text", above: 10, below: 5 },
      { size: 14, colour: "muted", above: 8, below: 4 },
    ],
  },
}; // prettier-ignore
