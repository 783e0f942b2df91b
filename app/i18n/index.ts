import type { Language, Localized } from "../core/vocabulary";
import { de } from "./de";
import { en } from "./en";

/** Every word of the interface. English is typed by German: a missing or extra word is a build error. */
export type Messages = typeof de;

const messages: Record<Language, Messages> = { de, en };
const locales: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** The capital with which a name begins only where it stands alone: English keeps those of abbreviations, German those of nouns. */
const smallWithin: Record<Language, RegExp> = { de: /^\p{Lu}(?=\p{Ll}+e[rns]? \p{Lu})/u, en: /^\p{Lu}(?=\p{Ll})/u };
const small = (capital: string) => capital.toLowerCase();

/** A language with its words, its way of writing numbers, and the addresses of its pages. */
export type Locale = ReturnType<typeof localeIn>;

export function localeOf(language: Language): Locale {
  return allLocales[language];
}

function localeIn(language: Language) {
  const locale = locales[language];
  // Each of these costs more to make than a hundred uses of it.
  // What rounds to nothing is nothing: no number reads "-0".
  const numbers = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }),
  );
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  // With a comma before "and": names may hold one themselves.
  const nameLists = language === "en" ? new Intl.ListFormat("en-US", { type: "conjunction" }) : lists;
  const dates = (
    [{ year: "numeric" }, { month: "long", year: "numeric" }, { day: "numeric", month: "long", year: "numeric" }] as const
  ).map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" }));
  // The days on which sources were looked at stand in each report a hundred times.
  const writtenDates = remembered((date) => {
    const parts = date.split("-").map(Number);
    const [year = 0, month = 1, day = 1] = parts;
    return dates[parts.length - 1]?.format(new Date(Date.UTC(year, month - 1, day))) ?? "";
  });
  const shortDates = new Intl.DateTimeFormat(locale, {
    ...(language === "de" ? { day: "2-digit", month: "2-digit", year: "numeric" } : { day: "numeric", month: "short", year: "numeric" }),
    timeZone: "UTC",
  });
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const clockOf = (timeZone: string) => {
    const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
    clocks.set(timeZone, clock);
    return clock;
  };
  // What differs within the tolerance of sums (method, section 1) is one number, and reads as one.
  const number = (value: number, digits: 0 | 1 | 2) => numbers[digits]?.format(Number(value.toFixed(9))) ?? "";
  const span = (low: number, high: number, format: (value: number) => string) =>
    low === high ? format(low) : `${format(low)}–${format(high)}`;
  const plainSpan = (low: number, high = low): string => span(low, high, (value) => number(value, Number.isInteger(value) ? 0 : 1));
  return {
    language,
    messages: messages[language],
    /** The words of a content text in this language. */
    translate: (text: Localized): string => text[language],
    /** German pages stand at the root, English ones under `/en`. */
    href: (path: string): string => (language === "de" ? path : path === "/" ? "/en" : `/en${path}`),
    /** A score: an integer, because more digits would claim more than is known. */
    score: (value: number): string => number(value, 0),
    points: (value: number): string => number(value, 1),
    kappa: (value: number): string => number(value, 2),
    count: (value: number): string => number(value, 0),
    weight: (value: number): string => number(value, Number.isInteger(value) ? 0 : 1),
    percent: (share: number): string => percents.format(share),
    /** One amount, or a range of them. No line ends between the sign and its number. */
    euros: (low: number, high = low): string =>
      language === "de" ? `${span(low, high, (value) => number(value, 0))}\u00a0€` : `€${span(low, high, (value) => number(value, 0))}`,
    span: plainSpan,
    personDays: (low: number, high = low): string => {
      const { personDay, personDays } = messages[language].names;
      return `${plainSpan(low, high)} ${low === 1 && high === 1 ? personDay : personDays}`;
    },
    /** A day, a month or a year, as exact as it is known. */
    date: (date: string): string => writtenDates(date),
    /** The same in figures, for narrow columns. */
    shortDate: (date: string): string => shortDates.format(new Date(`${date}T00:00:00Z`)),
    /** The time of day. @param timeZone name of the IANA database, of those that the operator may set. */
    time: (instant: Date, timeZone: string): string => clockOf(timeZone).format(instant),
    list: (items: string[]): string => lists.format(items),
    /** The same of names of topics or questions, as they stand within a sentence; the first of those that begin one stands as it is. */
    names: (names: string[], begins = false): string =>
      (names.some((name) => name.includes(" and ")) ? nameLists : lists).format(
        names.map((name, index) => (begins && index === 0 ? name : name.replace(smallWithin[language], small))),
      ),
    collator: new Intl.Collator(locale),
  };
}

/** Of a text what is written for it, worked out once as long as a thousand others have not been asked for since. */
function remembered(write: (text: string) => string): (text: string) => string {
  const written = new Map<string, string>();
  return (text) => {
    const known = written.get(text);
    if (known !== undefined) return known;
    if (written.size === 1000) written.clear();
    const now = write(text);
    written.set(text, now);
    return now;
  };
}

const allLocales: Record<Language, Locale> = { de: localeIn("de"), en: localeIn("en") };

export function languageOf(pathname: string): Language {
  return /^\/en(\/|\.data$|$)/.test(pathname) ? "en" : "de";
}

/** The address of the same page in the other language. */
export function inOtherLanguage(pathname: string): string {
  return languageOf(pathname) === "de" ? `/en${pathname === "/" ? "" : pathname}` : pathname.replace(/^\/en/, "") || "/";
}
