import { expect, it } from "vitest";
import type { Language } from "../core/vocabulary";
import { localeOf } from "./index";

it.each<[Language, string[], within: string, beginning: string]>([
  ["en", ["Data protection and law", "IT security"], "data protection and law and IT security", "Data protection and law and IT security"],
  ["en", ["AI literacy", "Changing work [36]"], "AI literacy and changing work [36]", "AI literacy and changing work [36]"],
  [
    "en",
    ["Strategy", "Data protection and law", "Cooperation"],
    "strategy, data protection and law, and cooperation",
    "Strategy, data protection and law, and cooperation",
  ],
  ["de", ["Digitale Grundlagen", "Kompetenzen"], "digitale Grundlagen und Kompetenzen", "Digitale Grundlagen und Kompetenzen"],
  ["de", ["KI-Register", "Gemessener Nutzen"], "KI-Register und gemessener Nutzen", "KI-Register und gemessener Nutzen"],
  ["de", ["Ziele und Plan", "Regeln für KI"], "Ziele und Plan und Regeln für KI", "Ziele und Plan und Regeln für KI"],
])("in %s a sentence names %j as it writes words", (language, names, within, beginning) => {
  const locale = localeOf(language);
  expect(locale.names(names)).toBe(within);
  expect(locale.names(names, true)).toBe(beginning);
});
