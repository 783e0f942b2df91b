import { describe, expect, it } from "vitest";
import { isOpenToAll, openDataOfferSchema, openDataRows, sameOffer, type OpenDataOffer, type OpenDataState } from "./open-data";

const offer: OpenDataOffer = { title: "KI im Kreis", publisher: "Kreis", contact: "daten@example.org", licence: "dl-by-de/2.0" };

describe("figures are open to all", () => {
  const published = { values: { overall: 50, topics: {} } };
  const agreeing: OpenDataState = { isIn: true, agrees: true, published };
  const all = Array<OpenDataState>(6).fill(agreeing);

  it("where every member agrees, also those who are in no figure yet", () => {
    expect(isOpenToAll(all, 0)).toBe(true);
    expect(isOpenToAll([...all, { ...agreeing, published: null }], 0)).toBe(true);
    expect(isOpenToAll([...all, { ...agreeing, agrees: false }], 0)).toBe(false);
    expect(isOpenToAll([...all, { ...agreeing, published: null, agrees: false }], 0)).toBe(false);
  });
  it("not while they hold a value of somebody who has left or deleted it, whatever they agreed to", () => {
    expect(isOpenToAll([...all, { ...agreeing, isIn: false, published: { values: null } }], 0)).toBe(false);
    expect(isOpenToAll(all, 1)).toBe(false);
  });
  it("whoever is only invited has no say in it", () => {
    expect(isOpenToAll([...all, { isIn: false, agrees: false, published: null }], 0)).toBe(true);
  });
});

it("what is published is what has figures, the whole first", () => {
  const figure = { n: 6, median: 50, lower: null, upper: null };
  expect(openDataRows({ overall: figure, topics: { skills: figure } })).toEqual([
    { topic: null, figure },
    { topic: "skills", figure },
  ]);
  expect(openDataRows({ overall: null, topics: {} })).toEqual([]);
});

it("an offer is the same only where all of it is", () => {
  expect(sameOffer(offer, { ...offer })).toBe(true);
  for (const other of [{ title: "x" }, { publisher: "x" }, { contact: "x@example.org" }, { licence: "cc-zero" }] as const)
    expect(sameOffer(offer, { ...offer, ...other })).toBe(false);
});

it("an offer has a title, somebody who publishes, an address and a licence of the list", () => {
  expect(openDataOfferSchema.parse({ ...offer, title: "  KI im Kreis ", contact: " daten@example.org " })).toEqual(offer);
  for (const wrong of [{ title: " " }, { publisher: "" }, { contact: "Kreis" }, { licence: "cc-by-nd/4.0" }, { title: "x".repeat(121) }])
    expect(openDataOfferSchema.safeParse({ ...offer, ...wrong }).success).toBe(false);
});
