import { expect, it } from "vitest";
import { plainName } from "./plain-name";

it.each(["Stadt Köln", "Müller & Söhne GmbH", "Förderverein e.V.", "Amt Süd-Holstein (Kreis Plön)", "L’Atelier", "Gemeinde 2. Ordnung"])(
  "%s is a name",
  (name) => expect(plainName(name)).toBe(name),
);

it.each([
  "Gewonnen! Jetzt klicken",
  "evil.example",
  "www.evil",
  "https://evil.example/x",
  "Rufen Sie 090012345 an",
  "an@evil",
  "Zwei\nZeilen",
  "x".repeat(81),
  "",
])("%j may be more than a name", (name) => expect(plainName(name)).toBeNull());
