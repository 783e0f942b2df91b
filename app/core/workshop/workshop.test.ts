import { describe, expect, it } from "vitest";
import { isComplete, moved, readJoinCode, spokenJoinCode, stageOf, stageTag, tallyOf, type Move, type WorkshopState } from "./workshop";

const begun: WorkshopState = { items: ["a", "b"], position: 0, shown: [], isOver: false };
const after = (...moves: Move[]) =>
  moves.reduce<WorkshopState>((state, move) => {
    const next = moved(state, move);
    if (!next) throw new Error(`${move} is no move at ${stageTag(state)}`);
    return next;
  }, begun);

describe("a workshop", () => {
  it("gathers people, asks one question after the other, and ends with what was agreed", () => {
    expect(stageOf(begun)).toEqual({ name: "gathering" });
    expect(stageOf(after("next"))).toEqual({ name: "voting", item: "a", number: 1 });
    expect(stageOf(after("next", "show"))).toEqual({ name: "shown", item: "a", number: 1 });
    expect(stageOf(after("next", "show", "next"))).toEqual({ name: "voting", item: "b", number: 2 });
    expect(stageOf(after("next", "next", "next"))).toEqual({ name: "summary" });
    expect(stageOf(after("next", "end"))).toEqual({ name: "over" });
  });

  it("keeps what was shown when it goes back, and hides it only where people vote again", () => {
    expect(stageOf(after("next", "show", "next", "back"))).toMatchObject({ name: "shown", item: "a" });
    expect(stageOf(after("next", "show", "again"))).toMatchObject({ name: "voting", item: "a" });
    expect(stageOf(after("next", "show", "next", "show", "again", "back"))).toMatchObject({ name: "shown", item: "a" });
  });

  it("makes no move that makes no sense", () => {
    const wrong: [WorkshopState, Move[]][] = [
      [begun, ["back", "show", "again"]],
      [after("next"), ["again"]],
      [after("next", "show"), ["show"]],
      [after("next", "next", "next"), ["next", "show", "again"]],
      [after("end"), ["next", "back", "show", "again", "end"]],
    ];
    for (const [state, moves] of wrong) for (const move of moves) expect([move, moved(state, move)]).toEqual([move, null]);
  });

  it("is told apart by its tag after every move", () => {
    const states = [begun, after("next"), after("next", "show"), after("next", "show", "next"), after("next", "end")];
    expect(new Set(states.map(stageTag)).size).toBe(states.length);
  });
});

it("shows votes by themselves once everybody has voted, but not those of one person alone", () => {
  expect(isComplete({ joined: 3, voted: 2 })).toBe(false);
  expect(isComplete({ joined: 3, voted: 3 })).toBe(true);
  expect(isComplete({ joined: 2, voted: 3 }), "somebody was erased meanwhile").toBe(true);
  expect(isComplete({ joined: 1, voted: 1 })).toBe(false);
  expect(isComplete({ joined: 0, voted: 0 })).toBe(false);
});

it("counts votes for each level and for what is none", () => {
  const votes = [{ level: 1 as const }, { level: 3 as const }, { level: 3 as const }, { answer: "dk" as const }];
  expect(tallyOf(votes, 5)).toEqual({
    ...{ levels: [0, 1, 0, 2, 0], dontKnow: 1, notApplicable: 0, votes: 4, spread: 2, isAgainstNotApplicable: false },
  });
  const against = tallyOf([{ answer: "na", reason: "–" }, { level: 0 }], 5);
  expect([against.spread, against.isAgainstNotApplicable, against.notApplicable]).toEqual([0, true, 1]);
  expect(tallyOf([], 5)).toMatchObject({ levels: [0, 0, 0, 0, 0], votes: 0, spread: 0 });
});

it("reads a code however it was typed, and nothing else", () => {
  expect(readJoinCode(" BCDF-gh 23 ")).toBe("bcdfgh23");
  expect(readJoinCode(spokenJoinCode("bcdfgh23"))).toBe("bcdfgh23");
  for (const wrong of ["", "bcdfgh2", "bcdfgh234", "aeiouaei", "bcdfgh2'"]) expect(readJoinCode(wrong)).toBeNull();
});
