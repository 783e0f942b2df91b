import { languages, type Language } from "../core/vocabulary";

/**
 * Which of our languages a browser asks for first (RFC 9110, section 12.5.4); null where it asks for neither.
 * @param header `Accept-Language`, such as `en-GB,en;q=0.9,de;q=0.8`.
 */
export function preferredLanguage(header: string | null): Language | null {
  const wanted = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: languages.find((one) => tag === one || tag.startsWith(`${one}-`)), quality: quality ? Number(quality) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language }) => language)?.language ?? null;
}
