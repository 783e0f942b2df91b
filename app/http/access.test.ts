import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Assessment } from "../core/assessment/assessment";
import { openStores, type Stores } from "../../db/index";
import { accessGrantOf } from "./access";
import { newEditKey, readKeyOf } from "./keys";

const assessment: Assessment = { track: "sme", depth: "quick", modelVersion: "1.0.0", organisation: {}, answers: {} };
const now = new Date("2026-11-21T12:00:00Z");

let stores: Stores;
beforeEach(async () => {
  stores = await openStores("file::memory:");
});
afterEach(() => stores.close());

const visitor = (cookie?: string, secure = false) => accessGrantOf(cookie, stores, now, { secure, maxAgeSeconds: 60 });
/** What a browser sends back of a cookie it was told to keep. */
const sentBack = (cookie: string) => cookie.split(";")[0] ?? "";

/** A new assessment with both of its keys, and each as a cookie. */
async function create() {
  const { id, cookie } = await visitor().create(assessment);
  const editKey = sentBack(cookie).split("=")[1] ?? "";
  const readKey = readKeyOf(editKey, 1);
  return { id, editKey, readKey, editCookie: `ki-pegel-${id}=${editKey}`, readCookie: `ki-pegel-${id}=${readKey}` };
}

describe("the cookie", () => {
  it("is out of reach for scripts and for requests of other sites, and lives as long as it is told", async () => {
    const { cookie } = await visitor().create(assessment);
    expect(cookie).toMatch(/^ki-pegel-[\w-]{22}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=60$/);
  });

  it("goes over https alone where there is https", async () => {
    const { cookie } = await visitor(undefined, true).create(assessment);
    expect(cookie).toContain("; Secure; ");
  });

  it("is taken back, with the same attributes, when everything is deleted", async () => {
    const { id, editCookie } = await create();
    const mine = await visitor(editCookie, true).edit(id);
    expect(await mine?.remove()).toBe(`ki-pegel-${id}=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0`);
    expect(await stores.assessments.find(id)).toBeNull();
  });
});

describe("who gets at an assessment", () => {
  it("whoever made it, to change it", async () => {
    const { id, editKey, readKey, editCookie } = await create();
    expect(await visitor(editCookie).read(id)).toMatchObject({ id, may: "edit" });
    expect(await visitor(editCookie).edit(id)).toMatchObject({ id, may: "edit", keys: { edit: editKey, read: readKey } });
  });

  it("whoever holds the reader's key, to read it", async () => {
    const { id, readCookie } = await create();
    const read = await visitor(readCookie).read(id);
    expect(read).toMatchObject({ id, may: "read" });
    expect(read).not.toHaveProperty("saveAnswers");
    expect(read).not.toHaveProperty("keys");
    expect(await visitor(readCookie).edit(id)).toBeNull();
  });

  it("nobody else", async () => {
    const [mine, other] = [await create(), await create()];
    const { id, editKey } = mine;
    const strangers = [
      undefined,
      "",
      ";;; =; ki-pegel-=",
      other.editCookie,
      `ki-pegel-${id}=${other.editKey}`,
      `ki-pegel-${id}=${newEditKey()}`,
      `ki-pegel-${id}=${editKey.slice(1)}`,
      `ki-pegel-${id}=${editKey}x`,
      `ki-pegel-${id}`,
      `ki-pegel-${id}=`,
      `ki-pegel-x=${editKey}`,
      `KI-PEGEL-${id}=${editKey}`,
      `ki-pegel-__proto__=${editKey}`,
    ];
    for (const cookie of strangers) {
      expect(await visitor(cookie).read(id), cookie).toBeNull();
      expect(await visitor(cookie).edit(id), cookie).toBeNull();
    }
    for (const unknown of ["", "x", "__proto__", "constructor", `${id} `]) expect(await visitor(mine.editCookie).read(unknown)).toBeNull();
  });

  it("to each of several assessments by its own key", async () => {
    const [one, other] = [await create(), await create()];
    const both = visitor(`other=1; ${one.editCookie};${other.readCookie}`);
    expect(await both.read(one.id)).toMatchObject({ may: "edit" });
    expect(await both.read(other.id)).toMatchObject({ may: "read" });
  });
});

describe("a key from a link", () => {
  it("becomes a cookie", async () => {
    const { id, editKey, readKey, editCookie, readCookie } = await create();
    const byEdit = await visitor().accept(editKey);
    expect(byEdit).toMatchObject({ id, may: "edit" });
    expect(sentBack(byEdit?.cookie ?? "")).toBe(editCookie);
    const byRead = await visitor().accept(readKey);
    expect(byRead).toMatchObject({ id, may: "read" });
    expect(sentBack(byRead?.cookie ?? "")).toBe(readCookie);
  });

  it("adds to a right and never takes one away", async () => {
    const { id, editKey, readKey, editCookie, readCookie } = await create();
    const upgraded = await visitor(readCookie).accept(editKey);
    expect(upgraded).toMatchObject({ id, may: "edit" });
    expect(sentBack(upgraded?.cookie ?? "")).toBe(editCookie);
    const kept = await visitor(editCookie).accept(readKey);
    expect(kept).toMatchObject({ id, may: "edit" });
    expect(sentBack(kept?.cookie ?? "")).toBe(editCookie);
  });

  it("opens nothing where it was made up, or renewed, or its assessment is gone", async () => {
    const { id, editKey, readKey, editCookie, readCookie } = await create();
    for (const key of ["", "x", newEditKey(), id]) expect(await visitor().accept(key)).toBeNull();

    await (await visitor(editCookie).edit(id))?.renewReadKey();
    expect(await visitor().accept(readKey)).toBeNull();
    expect(await visitor(readCookie).read(id)).toBeNull();
    const renewed = (await visitor(editCookie).edit(id))?.keys.read ?? "";
    expect(renewed).not.toBe(readKey);
    expect(await visitor().accept(renewed)).toMatchObject({ id, may: "read" });

    await (await visitor(editCookie).edit(id))?.remove();
    for (const key of [editKey, renewed]) expect(await visitor(editCookie).accept(key)).toBeNull();
    expect(await visitor(editCookie).read(id)).toBeNull();
  });
});

it("whoever may change an assessment does so at the time of the request", async () => {
  const { id, editCookie } = await create();
  const later = new Date("2026-12-01T00:00:00Z");
  const mine = await accessGrantOf(editCookie, stores, later, { secure: false, maxAgeSeconds: 60 }).edit(id);
  await mine?.updateProfile({ depth: "full", organisation: { name: "N" } });
  expect(await stores.assessments.find(id)).toMatchObject({ depth: "full", organisation: { name: "N" }, updatedAt: later.toISOString() });
});
