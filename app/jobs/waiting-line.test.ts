import { describe, expect, it } from "vitest";
import { openWaitingLine, type LineLimits, type Owner } from "./waiting-line";

/** "a1" is the first visitor at address "a". */
const ownerOf = (name: string): Owner => ({ address: name.slice(0, 1), visitor: name.slice(1) });

function open(limits: LineLimits) {
  let now = 0;
  const line = openWaitingLine<string>(limits, () => now);
  return {
    line,
    pass: (milliseconds: number) => void (now += milliseconds),
    /** Jobs are named after their owners, with their number. */
    push: (...names: string[]) => names.map((name, index) => line.push(`${name} ${index}`, ownerOf(name))),
    all: () => {
      const turns: string[] = [];
      for (let turn = line.shift(); turn; turn = line.shift()) turns.push(turn.job);
      return turns;
    },
  };
}

describe("whose turn it is", () => {
  it("is whoever came first, as long as nobody has had more of the time", () => {
    const { push, all } = open({ capacity: 10 });
    push("a1", "b1", "a1");
    expect(all()).toEqual(["a1 0", "b1 1", "a1 2"]);
  });

  it("is the address that has had less, and in it the visitor who has had less", () => {
    const { line, push, all } = open({ capacity: 10 });
    line.charge(ownerOf("a1"), 500);
    line.charge(ownerOf("b1"), 100);
    push("a1", "b1", "a2", "b2");
    expect(all()).toEqual(["b2 3", "b1 1", "a2 2", "a1 0"]);
  });

  it("is not a newcomer's for ever: what was used fades", () => {
    const { line, pass, push, all } = open({ capacity: 10 });
    line.charge(ownerOf("a1"), 1_000);
    pass(10 * 60_000);
    line.charge(ownerOf("b1"), 10);
    push("b1", "a1");
    expect(all()).toEqual(["a1 1", "b1 0"]);
  });

  it("is nobody's who may not go now", () => {
    const { line, push } = open({ capacity: 10 });
    push("a1", "b1");
    expect(line.shift(({ address }) => address !== "a")?.job).toBe("b1 1");
    expect(line.shift(({ address }) => address !== "a")).toBeUndefined();
    expect(line.size()).toBe(1);
  });
});

describe("a line that is full", () => {
  it("refuses where nobody has more waiting", () => {
    expect(
      open({ capacity: 2 })
        .push("a1", "b1", "c1", "a1")
        .map(({ outcome }) => outcome),
    ).toEqual(["waits", "waits", "full", "full"]);
  });

  it("takes a newcomer in place of the last job of whoever has most", () => {
    const { push, all } = open({ capacity: 3 });
    expect(push("a1", "a1", "a1", "b1").at(-1)).toEqual({ outcome: "waits", pushedOut: "a1 2" });
    expect(all()).toEqual(["a1 0", "a1 1", "b1 3"]);
  });

  it("does so between the visitors of one address, too", () => {
    const { push, all } = open({ capacity: 3 });
    expect(push("a1", "a1", "a1", "a2").at(-1)).toEqual({ outcome: "waits", pushedOut: "a1 2" });
    expect(all()).toEqual(["a1 0", "a1 1", "a2 3"]);
  });
});

it("no visitor has more waiting than their share", () => {
  const { push } = open({ capacity: 10, perVisitor: 2 });
  expect(push("a1", "a1", "a1", "a2").map(({ outcome }) => outcome)).toEqual(["waits", "waits", "own-share-full", "waits"]);
});

it("whoever leaves waits no more", () => {
  const { line, push, all } = open({ capacity: 10 });
  push("a1", "b1");
  expect([line.remove("a1 0"), line.remove("a1 0")]).toEqual([true, false]);
  expect(all()).toEqual(["b1 1"]);
});
