/**
 * A stranger's text for one place of a terminal: control characters are written out as escapes, because they could
 * break the line or command the terminal.
 */
export function forTerminal(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
