import { expect, it } from "vitest";
import { preferredLanguage } from "./preferred-language";

it.each([
  ["en-GB,en;q=0.9,de;q=0.8", "en"],
  ["de-DE,de;q=0.9,en;q=0.8", "de"],
  ["fr,de;q=0.3,en;q=0.7", "en"],
  ["de-AT", "de"],
  ["en;q=0,de", "de"],
  ["fr, nl;q=0.5", null],
  ["*", null],
  ["", null],
  [null, null],
  ["eng", null],
])("%j asks for %s", (header, language) => expect(preferredLanguage(header)).toBe(language));
