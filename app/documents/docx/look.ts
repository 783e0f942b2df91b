/** KERN's colours as plain values, light theme, and the measures of a page. Lengths in twips, a twentieth of a point. */
export const colour = {
  text: "131525",
  muted: "51577A",
  action: "2044AA",
  underline: "B2C4E9",
  line: "CFD2E0",
  hued: "EFF3FA",
  warning: "925400",
  warningHued: "FFF3DC",
} as const;

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
