import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldTag, mergeFields, type FieldChange } from "./merge-fields";

describe("merging fields", () => {
  const stored = { name: "Alt", sector: "crafts" };

  it("changes what was sent and leaves the rest", () => {
    const change: FieldChange = { field: "name", seen: fieldTag("Alt"), next: "Neu" };
    expect(mergeFields(stored, [change])).toEqual({ fields: { name: "Neu", sector: "crafts" }, conflicts: [] });
  });
  it("adds, and removes", () => {
    const changes = [
      { field: "land", seen: fieldTag(undefined), next: "NW" },
      { field: "sector", seen: fieldTag("crafts"), next: undefined },
    ];
    expect(mergeFields(stored, changes)).toEqual({ fields: { name: "Alt", land: "NW" }, conflicts: [] });
  });
  it("keeps a newer value and says so", () => {
    const change: FieldChange = { field: "name", seen: fieldTag("Uralt"), next: "Neu" };
    expect(mergeFields(stored, [change])).toEqual({ fields: stored, conflicts: [{ field: "name", stored: "Alt" }] });
  });
  it("keeps a removal and says so", () => {
    const change: FieldChange = { field: "land", seen: fieldTag("NW"), next: "BY" };
    expect(mergeFields(stored, [change])).toEqual({ fields: stored, conflicts: [{ field: "land", stored: undefined }] });
  });
  it("finds no conflict where both say the same, or where nobody looked", () => {
    expect(mergeFields(stored, [{ field: "name", seen: fieldTag("x"), next: "Alt" }]).conflicts).toEqual([]);
    expect(mergeFields(stored, [{ field: "name", seen: null, next: "Neu" }]).fields).toMatchObject({ name: "Neu" });
  });
  it("is not led astray by the names of fields", () => {
    const { fields } = mergeFields({}, [{ field: "constructor", seen: fieldTag(undefined), next: 1 }]);
    expect(fields).toEqual({ constructor: 1 });
  });
  it("keeps the changes of two people who change different fields, in either order", () => {
    const fieldsOf = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.jsonValue());
    fc.assert(
      fc.property(fieldsOf, fc.jsonValue(), fc.jsonValue(), (before, one, other) => {
        const change = (field: string, next: unknown): FieldChange => ({ field, seen: fieldTag(before[field]), next });
        const [first, second] = [change("a", one), change("b", other)];
        const merged = mergeFields(mergeFields(before, [first]).fields, [second]);
        expect(merged.conflicts).toEqual([]);
        expect(mergeFields(mergeFields(before, [second]).fields, [first]).fields).toEqual(merged.fields);
      }),
    );
  });
});

it("tags a value by what it says, not by the order of its keys", () => {
  expect(fieldTag({ a: 1, b: { c: 2, d: 3 } })).toBe(fieldTag({ b: { d: 3, c: 2 }, a: 1 }));
  expect(new Set([fieldTag(undefined), fieldTag(""), fieldTag(null), fieldTag("a"), fieldTag(["a"])]).size).toBe(5);
});
