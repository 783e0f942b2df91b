import type { Language, Localized } from "../core/vocabulary";
import { de } from "./de";
import { en } from "./en";

/** Every word of the interface. English is typed by German: a missing or extra word is a build error. */
export type Words = typeof de;

const words: Record<Language, Words> = { de, en };
const locales: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** A language with its words, its way of writing numbers, and the addresses of its pages. */
export type Speech = ReturnType<typeof speak>;

export function speak(language: Language) {
  const locale = locales[language];
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const span = (low: number, high: number, format: (value: number) => string) =>
    low === high ? format(low) : `${format(low)}–${format(high)}`;
  return {
    language,
    words: words[language],
    /** The words of a content text in this language. */
    say: (text: Localized): string => text[language],
    /** German pages stand at the root, English ones under `/en`. */
    href: (path: string): string => (language === "de" ? path : path === "/" ? "/en" : `/en${path}`),
    /** A score: an integer, because more digits would claim more than is known. */
    score: (value: number): string => number(value, 0),
    points: (value: number): string => number(value, 1),
    count: (value: number): string => number(value, 0),
    weight: (value: number): string => number(value, Number.isInteger(value) ? 0 : 1),
    percent: (share: number): string => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share),
    euros: (low: number, high: number): string =>
      language === "de" ? `${span(low, high, (value) => number(value, 0))} €` : `€${span(low, high, (value) => number(value, 0))}`,
    span: (low: number, high: number): string => span(low, high, (value) => number(value, Number.isInteger(value) ? 0 : 1)),
    /** A day, a month or a year, as exact as it is known. */
    date: (date: string): string => {
      const [year = 0, month, day] = date.split("-").map(Number);
      const style = day
        ? { day: "numeric", month: "long", year: "numeric" }
        : month
          ? { month: "long", year: "numeric" }
          : { year: "numeric" };
      const moment = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
      return new Intl.DateTimeFormat(locale, { ...(style as Intl.DateTimeFormatOptions), timeZone: "UTC" }).format(moment);
    },
    list: (items: string[]): string => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    collator: new Intl.Collator(locale),
  };
}

export function languageOf(pathname: string): Language {
  return /^\/en(\/|\.data$|$)/.test(pathname) ? "en" : "de";
}

/** The address of the same page in the other language. */
export function inOtherLanguage(pathname: string): string {
  return languageOf(pathname) === "de" ? `/en${pathname === "/" ? "" : pathname}` : pathname.replace(/^\/en/, "") || "/";
}
