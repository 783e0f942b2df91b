import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldTag, mergeFields } from "../core/assessment/merge-fields";
import { fieldPart } from "./part";
import { formState, isSaved, submitParts, type Stored } from "./submit-parts";

const parts = [fieldPart("name", z.string().max(5), "too long"), fieldPart("land", z.enum(["", "NW", "BY"]), "unknown")];

/** A store that merges, and counts how often it was asked. */
function storeOf(fields: Stored) {
  const store = { fields, writes: 0 };
  const save = (changes: Parameters<typeof mergeFields>[1]) => {
    const merged = mergeFields(store.fields, changes);
    store.writes += 1;
    store.fields = merged.fields;
    return Promise.resolve(merged.conflicts);
  };
  return { store, save };
}
/** @param seen what the form was made from. */
function formOf(typed: Record<string, string>, seen: Stored, more: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) {
    form.set(name, value);
    form.set(`${name}.seen`, fieldTag(seen[name]));
  }
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  return form;
}

describe("a form that is sent", () => {
  it("writes only what was changed, and says the new tags", async () => {
    const before = { name: "Alt", land: "NW" };
    const { store, save } = storeOf({ ...before, land: "BY" });
    const outcome = await submitParts(parts, formOf({ name: "Neu", land: "NW" }, before), store.fields, save);
    expect(store.fields).toEqual({ name: "Neu", land: "BY" });
    expect(outcome?.result).toEqual({ saved: { name: fieldTag("Neu"), land: fieldTag("NW") }, errors: {}, conflicts: {} });
    await submitParts(parts, formOf({ name: "Neu" }, store.fields), store.fields, save);
    expect(store.writes, "nothing to write").toBe(1);
  });

  it("keeps everything typed where something is wrong, and saves the rest", async () => {
    const { store, save } = storeOf({ name: "Alt" });
    const outcome = await submitParts(parts, formOf({ name: "zu lang", land: "NW" }, { name: "Alt" }), store.fields, save);
    expect(outcome?.state).toMatchObject({ typed: { name: "zu lang", land: "NW" }, errors: { name: "too long" } });
    expect(outcome && isSaved(outcome.state)).toBe(false);
    expect(store.fields).toEqual({ name: "Alt", land: "NW" });
    expect(outcome?.state.seen).toEqual({ name: fieldTag("Alt"), land: fieldTag("NW") });
  });

  it("shows a newer value of somebody else beside one's own, with the tag to choose by", async () => {
    const { store, save } = storeOf({ name: "Anna" });
    const outcome = await submitParts(parts, formOf({ name: "Bernd" }, {}), store.fields, save);
    expect(outcome?.result.conflicts).toEqual({ name: { seen: fieldTag("Anna"), typed: { name: "Anna" } } });
    expect(outcome?.state).toMatchObject({ typed: { name: "Bernd" }, conflicts: { name: { name: "Anna" } } });
    expect(store.fields).toEqual({ name: "Anna" });
  });

  it("gives one's own up where the stored value was chosen", async () => {
    const { store, save } = storeOf({ name: "Anna" });
    const outcome = await submitParts(parts, formOf({ name: "Bernd", land: "NW" }, {}, { take: "name" }), store.fields, save);
    expect(outcome?.state).toMatchObject({ typed: { name: "Anna", land: "NW" }, conflicts: {} });
    expect(store.fields).toEqual({ name: "Anna", land: "NW" });
  });

  it("meets no conflict with what it has sent before without hearing back", async () => {
    const { store, save } = storeOf({ name: "Eins" });
    const tried = { "name.tried": new URLSearchParams({ name: "Eins" }).toString() };
    const outcome = await submitParts(parts, formOf({ name: "Zwei" }, {}, tried), store.fields, save);
    expect(outcome?.result.saved).toEqual({ name: fieldTag("Zwei") });
    expect(store.fields).toEqual({ name: "Zwei" });
    // And back to what it was made from, which is not what is stored.
    const back = { "name.tried": new URLSearchParams({ name: "Zwei" }).toString() };
    await submitParts(parts, formOf({ name: "" }, {}, back), store.fields, save);
    expect(store.fields).toEqual({});
  });

  it("leaves alone what it does not carry", async () => {
    const { store, save } = storeOf({ name: "Alt", land: "NW" });
    const outcome = await submitParts(parts, formOf({ land: "" }, { land: "NW" }), store.fields, save);
    expect(outcome?.result.saved).toEqual({ land: fieldTag(undefined) });
    expect(store.fields).toEqual({ name: "Alt" });
  });

  it("says so where there is nothing to save to", async () => {
    expect(await submitParts(parts, formOf({ name: "Neu" }, {}), {}, () => Promise.resolve(null))).toBeNull();
  });
});

it("a form is opened with what is kept", () => {
  expect(formState(parts, { land: "NW" })).toEqual({
    typed: { name: "", land: "NW" },
    seen: { name: fieldTag(undefined), land: fieldTag("NW") },
    errors: {},
    conflicts: {},
  });
});
