import { expect, it } from "vitest";
import { localeOf } from "./index";

it("writes what rounds to nothing without a sign", () => {
  const [german, english] = [localeOf("de"), localeOf("en")];
  expect([german.euros(-0, -0), german.points(-0.04), german.span(-0, 2)]).toEqual(["0 €", "0,0", "0–2"]);
  expect([english.euros(-0, -0), english.points(-1.5)]).toEqual(["€0", "-1.5"]);
});
