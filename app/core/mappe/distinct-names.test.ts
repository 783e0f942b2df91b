import { expect, it } from "vitest";
import { distinctNames } from "./distinct-names";

it.each([
  ["a name that is there once stays as it is", [["Ahlen", null], ["Bünde", "K-1"]], ["Ahlen", "Bünde"]],
  ["the first mark in which all differ tells them apart", [["Ahlen", "K-1", "Hessen"], ["Ahlen", "K-2", "Bayern"]], ["Ahlen (K-1)", "Ahlen (K-2)"]],
  ["a mark that one has not, or two share, tells nothing", [["Ahlen", null, "Hessen", "x"], ["Ahlen", "K-2", "Hessen", "y"]], ["Ahlen (x)", "Ahlen (y)"]],
  ["without any they are numbered as they stand", [["Ahlen", null], ["Bünde", null], ["Ahlen", null]], ["Ahlen (1)", "Bünde", "Ahlen (2)"]],
])("%s", (_what, all, told) => {
  expect(distinctNames(all.map(([name = "", ...marks]) => ({ name: name ?? "", marks })))).toEqual(told);
}); // prettier-ignore
