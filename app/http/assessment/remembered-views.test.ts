import { expect, it } from "vitest";
import { reportFor } from "../../../tests/support/report";
import { content } from "../../../tests/support/content";
import { organisations } from "../../../tests/support/organisations";
import { localeOf } from "../../i18n/index";
import { reportView } from "../../views/report-view";
import type { Added, ViewInput } from "../../views/view-input";
import { rememberViews } from "./remembered-views";

const [organisation] = organisations(content).filter(({ name }) => name === "musterwerk");
const newReport = () => {
  if (!organisation) throw new Error("The demo assessment is missing.");
  return reportFor(organisation.assessment, content, "2026-11-26");
};
const nothing: Added = { authorText: null, steps: new Map() };
const written: Added = {
  ...nothing,
  authorText: { author: "Erika Muster", summary: "Kurz", comments: {}, logo: null, language: "de", answers: "" },
};
const [de, en] = [localeOf("de"), localeOf("en")];
const report = newReport();
const input: ViewInput = { report, added: nothing, content, locale: de };

it("what was put in words once is given again, as long as nothing it says has changed", () => {
  const viewOf = rememberViews();
  const view = viewOf(input);
  expect(viewOf({ ...input, added: { ...nothing, steps: new Map() } })).toBe(view);
  expect(viewOf(input)).toEqual(reportView(input));
  const others = [
    viewOf({ ...input, locale: en }),
    viewOf({ ...input, added: written }),
    viewOf({ ...input, added: { ...nothing, steps: new Map([["sme-start", { status: "done" as const, owner: "", due: "", note: "" }]]) } }),
    viewOf({ ...input, report: { ...report } }),
  ];
  expect(new Set([view, ...others]).size).toBe(5);
  expect(others[0]?.meta).toBe(reportView({ ...input, locale: en }).meta);
  expect(others[1]?.written?.author).toBe("Erika Muster");
});

it("thirty are kept, those that were asked for last", () => {
  const viewOf = rememberViews();
  const [first, second] = [viewOf(input), viewOf({ ...input, locale: en })];
  for (let count = 0; count < 28; count += 1) viewOf({ ...input, report: { ...report } });
  expect(viewOf(input)).toBe(first);
  viewOf({ ...input, report: { ...report } });
  expect(viewOf(input)).toBe(first);
  expect(viewOf({ ...input, locale: en })).not.toBe(second);
});
