import { expect, it } from "vitest";
import { parseCsv } from "./parse-csv";

const read = (text: string) => parseCsv(new TextEncoder().encode(text));

it.each([
  ["semicolons", "a;b,c\r\n1;2\r\n", [["a", "b,c"], ["1", "2"]]],
  ["commas", "a,b\n1,2", [["a", "b"], ["1", "2"]]],
  ["tabs", "a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]],
  ["a byte order mark", "\uFEFFa;b\n", [["a", "b"]]],
  ["separators in quotes", '"a,b,c";d\n', [["a,b,c", "d"]]],
  ["line breaks and quotes in quotes", '"a\r\n""b""";c\n', [['a\r\n"b"', "c"]]],
  ["empty cells and rows", "a;;\n\nb\n", [["a", "", ""], [""], ["b"]]],
  ["a quote in the middle", '5" groß;b\n', [['5" groß', "b"]]],
  ["nothing", "", []],
])("reads %s", (_what, text, rows) => {
  expect(read(text)).toEqual(rows);
}); // prettier-ignore

it("reads what German Excel saves without UTF-8", () => {
  expect(parseCsv(Uint8Array.from([...Buffer.from("weiß nicht;€", "latin1").subarray(0, 11), 0x80]))).toEqual([["weiß nicht", "€"]]);
});
