/** A line of a label that has several: whoever copies or hears it finds a space where the line ends. */
export const withSpace = (line: string, index: number, lines: readonly string[]): string => (index < lines.length - 1 ? `${line} ` : line);
