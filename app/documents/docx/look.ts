import { PageOrientation, type IThemeOptions } from "docx";
import type { Colours, Look, Theme } from "../theme";

/** Where a file keeps each of our colours among those of its theme: whoever changes the theme in Word changes the document. */
const places = {
  text: "dark1",
  muted: "dark2",
  paper: "light1",
  hued: "light2",
  action: "accent1",
  warning: "accent2",
  line: "accent3",
  underline: "accent4",
  warningHued: "accent5",
  onAction: "accent6",
} as const satisfies Record<keyof Colours, string>;

const reference = <Name extends keyof Colours>(name: Name) => ({ theme: places[name] });

/** Our colours as references to the file's theme. */
export const colour = {
  text: reference("text"),
  muted: reference("muted"),
  paper: reference("paper"),
  hued: reference("hued"),
  action: reference("action"),
  warning: reference("warning"),
  line: reference("line"),
  underline: reference("underline"),
  warningHued: reference("warningHued"),
  onAction: reference("onAction"),
} satisfies Record<keyof Colours, unknown>;

/** As a file writes colours. */
export const hex = (value: string) => value.slice(1).toUpperCase();

/** The names of the theme's colours where markup refers to them. */
export const colourName = (name: keyof Colours): string => places[name];

export function themeOptions({ colours, typeface }: Theme): IThemeOptions {
  const own = Object.fromEntries(Object.entries(places).map(([name, place]) => [place, hex(colours[name as keyof Colours])] as const));
  return {
    name: "KI-Pegel",
    colors: { ...own, hyperlink: hex(colours.action), followedHyperlink: hex(colours.action) },
    fonts: { headings: typeface.name, body: typeface.name },
  };
}

/** The measures of a page. Lengths in twips, a twentieth of a point. */
export const twipsPerMillimetre = 56.7;
export const millimetres = (value: number) => Math.round(value * twipsPerMillimetre);
export const points = (value: number) => Math.round(value * 20);
/** Sizes of type stand in half points. */
export const halfPoints = (value: number) => Math.round(value * 2);

export const pageOf = ({ width, height, side, top, bottom }: Look) => ({
  // The library turns a page that lies.
  size:
    width > height
      ? { width: millimetres(height), height: millimetres(width), orientation: PageOrientation.LANDSCAPE }
      : { width: millimetres(width), height: millimetres(height) },
  margin: {
    top: millimetres(top),
    bottom: millimetres(bottom),
    left: millimetres(side),
    right: millimetres(side),
    header: millimetres(top * 0.5),
    footer: millimetres(bottom * 0.4),
  },
});

export const textWidth = ({ width, side }: Look) => millimetres(width - 2 * side);

const twipsPerPixel = 15;
/** The widest that a drawing may be, in CSS pixels. */
export const textWidthInPixels = (look: Look) => Math.floor(textWidth(look) / twipsPerPixel);
