import { describe, expect, it } from "vitest";
import { localeOf } from "../../i18n/index";
import { factParts } from "./facts-parts";

const locale = localeOf("de");
const [part] = factParts(["buys-ai"], locale);

describe("what is said of a fact", () => {
  it.each([
    ["yes", true],
    ["no", false],
    ["open", undefined],
  ])("»%s« is kept as %s, and shown as it was chosen", (typed, value) => {
    expect(part?.read({ "buys-ai": typed })).toEqual({ value });
    expect(part?.write(value)).toEqual({ "buys-ai": typed });
  });

  it.each(["", "true", "Yes"])("»%s« is nothing that can be said", (typed) => {
    expect(part?.read({ "buys-ai": typed })).toEqual({ errors: { "buys-ai": locale.messages.result.duties.facts.error } });
  });
});
