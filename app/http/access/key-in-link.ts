/** The key in a link to an assessment, or a key by itself; null where a text is neither. */
export const keyInLink = (text: string): string | null => /(?:\/open\/|^)([A-Za-z0-9_-]{43})\/?$/.exec(text.trim())?.[1] ?? null;
