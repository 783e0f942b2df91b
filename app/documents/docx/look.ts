import { standardTheme, type Colours } from "../theme";

/** As the file writes colours. */
const inFile = ([name, value]: [string, string]) => [name, value.slice(1).toUpperCase()] as const;
export const colour = Object.fromEntries(Object.entries(standardTheme.colours).map(inFile)) as Colours;

/** The measures of a page. Lengths in twips, a twentieth of a point. */
const twipsPerCentimetre = 567;
export const centimetres = (value: number) => Math.round(value * twipsPerCentimetre);

export const page = {
  width: centimetres(21),
  height: centimetres(29.7),
  margin: { top: centimetres(2.8), bottom: centimetres(2.4), left: centimetres(2.5), right: centimetres(2.5) },
  header: centimetres(1.3),
  footer: centimetres(1.1),
};

export const textWidth = page.width - page.margin.left - page.margin.right;

const twipsPerPixel = 15;
/** The widest that a drawing may be, in CSS pixels. */
export const textWidthInPixels = Math.floor(textWidth / twipsPerPixel);
