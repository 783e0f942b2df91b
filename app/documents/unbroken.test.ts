import { expect, it } from "vitest";
import { unbroken } from "./unbroken";

it.each([
  ["Bis zum 31. Dezember 2027 liegt es vor.", "Bis zum 31._Dezember 2027 liegt es vor."],
  ["By 31 December 2027, due 30 Sept 2027", "By 31_December 2027, due 30_Sept 2027"],
  ["bis 75 % des Lohns, 5 Punkte mehr, 216.000 Euro, 3 € oder 35 Personentage", "bis 75_% des Lohns, 5_Punkte mehr, 216.000_Euro, 3_€ oder 35_Personentage"],
  ["5 person-days a quarter are enough in 89 of 100 cases, 6 in at least 90.", "5_person-days a quarter are enough in 89_of_100 cases, 6 in at least_90."],
  ["Stand: 31 von 100. Die 100 Märkte von 2026. Maiers 3 Märzhasen", "Stand: 31_von_100. Die 100 Märkte von 2026. Maiers 3 Märzhasen"],
  ["1 Für den Anfang: eine Person", "1 Für den Anfang: eine Person"],
])("%j keeps its numbers with what they count", (text, kept) => expect(unbroken(text)).toBe(kept.replaceAll("_", "\u00a0"))); // prettier-ignore
