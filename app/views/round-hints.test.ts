import { expect, it } from "vitest";
import { nothingAdded, type ClosedRound } from "../core/assessment/whole-assessment";
import { localeOf } from "../i18n";
import { roundInput, twoModels } from "../../tests/support/rounds";
import { roundHints } from "./round-hints";

it("tells what a question was answered in rounds that asked the same, and nothing of one that asked something else", () => {
  const { rounds: _rounds, history: _history, brand: _brand, ...rest } = nothingAdded;
  const round = (modelVersion: string): ClosedRound => {
    const { track, depth, aiUse, answers } = roundInput();
    const state = { ...rest, track, depth, aiUse, modelVersion, organisation: {}, answers };
    return { closedOn: "2026-05-12", samePeople: false, contentVersion: "abcd", targets: {}, state };
  };
  const closed = ["1.0.0", "2.0.0", "2.0.0"].map(round);
  const now = { ...rest, track: "municipality", modelVersion: "2.0.0", answers: {} } as const;
  const hints = roundHints({ ...now, rounds: { closed, begunOn: "2026-06-01", targets: {} } }, twoModels(), localeOf("de"));
  expect([hints.get("strategy-1")?.trend, hints.get("strategy-2")?.trend]).toEqual(["2 → 2", "2 → 2 → 2"]);
});
