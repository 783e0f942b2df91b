/** Colours as `#rrggbb`, and how they stand to one another. */

const channels = (colour: string) => [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));

/** So much of a colour on white paper. */
export function mixed(colour: string, share: number): string {
  return withChannels(colour, (value) => 255 - (255 - value) * share);
}

/** The same hue, so much of its light. */
export const dimmed = (colour: string, share: number): string => withChannels(colour, (value) => value * share);

function withChannels(colour: string, change: (value: number) => number): string {
  const parts = channels(colour).map((value) => Math.round(change(value)).toString(16).padStart(2, "0"));
  return `#${parts.join("")}`;
}

/** Contrast of text with what it stands on (WCAG 2.2, 1.4.3). */
export const enoughContrast = 4.5;

/** How far two colours stand apart, from 1 to 21, as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
