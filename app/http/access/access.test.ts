import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Assessment } from "../../core/assessment/assessment";
import { openStores, type Stores } from "../../../db/index";
import { accessGrantOf } from "./access";
import { cookieOptionsOf } from "./cookies";
import { readBrowser } from "./device-cookie";
import { deviceOf, newDeviceSecret, newEditKey, readKeyOf } from "./keys";

const assessment: Assessment = { track: "sme", depth: "quick", aiUse: "unknown", modelVersion: "1.0.0", organisation: {}, answers: {} };
const now = new Date("2026-11-21T12:00:00Z");

let stores: Stores;
beforeEach(async () => {
  stores = await openStores("file::memory:");
});
afterEach(() => stores.close());

const moment = { now, today: "2026-11-21" };
/** Somebody whose browser sends this cookie header. */
const visitor = (cookie?: string, secure = false) => accessGrantOf(readBrowser(cookie, { secure }), stores, moment);
/** What a browser sends back of a cookie it was told to keep. */
const sentBack = (cookie: string) => cookie.split(";")[0] ?? "";

/** A new assessment with both of its keys, and a browser that holds each. */
async function create() {
  const { id, cookie } = await visitor().create(assessment);
  const editCookie = sentBack(cookie);
  const editKey = (await visitor(editCookie).edit(id))?.keys?.edit ?? "";
  const readKey = readKeyOf(editKey, 1);
  const readCookie = sentBack((await visitor().accept(readKey))?.cookie ?? "");
  return { id, editKey, readKey, editCookie, readCookie };
}

describe("the cookie", () => {
  it("is out of reach for scripts and for requests of other sites, and lives for 400 days", async () => {
    const { cookie } = await visitor().create(assessment);
    expect(cookie).toMatch(/^ki-pegel=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
  });

  it("goes over https alone where there is https, and can be set by no neighbour", async () => {
    const { cookie } = await visitor(undefined, true).create(assessment);
    expect(cookie).toMatch(/^__Host-ki-pegel=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=34560000$/);
    expect(readBrowser(undefined, { secure: true, isBelow: true }).check).toMatch(/^__Secure-ki-pegel=/);
  });

  it.each([
    ["of one's own host", { PUBLIC_URL: "https://example.org/" }, { secure: true, isBelow: false }],
    ["below a path", { PUBLIC_URL: "https://example.org/ki" }, { secure: true, isBelow: true }],
    ["without TLS", { PUBLIC_URL: "http://example.org/" }, { secure: false, isBelow: false }],
    ["on trial", {}, { secure: false, isBelow: false }],
  ])("%s is named as a browser will take it", (_where, environment, expected) => {
    expect(cookieOptionsOf({ secure: false }, environment)).toEqual(expected);
    expect(cookieOptionsOf({ secure: true }, environment).secure).toBe(true);
  });

  it("from before there was a prefix opens what it opened, is moved, and counts nothing beside a prefixed one", async () => {
    const { id, editCookie } = await create();
    const secret = editCookie.split("=")[1] ?? "";
    expect(await visitor(editCookie, true).edit(id)).toMatchObject({ id, may: "edit" });
    const { renew, forget } = readBrowser(editCookie, { secure: true });
    const taken = "ki-pegel=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0";
    expect(renew).toEqual([`__Host-ki-pegel=${secret}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=34560000`, taken]);
    expect(forget).toEqual([`__Host-${taken}`, taken]);

    const ours = newDeviceSecret();
    const planted = `__Host-ki-pegel=${ours}; ${editCookie}`;
    expect(readBrowser(planted, { secure: true }).device?.hash).toBe(deviceOf(ours).hash);
    expect(await visitor(planted, true).edit(id)).toBeNull();
  });

  it("is one, however many assessments", async () => {
    const first = await visitor().create(assessment);
    const second = await visitor(sentBack(first.cookie)).create(assessment);
    expect(sentBack(second.cookie)).toBe(sentBack(first.cookie));
    const both = visitor(sentBack(first.cookie));
    expect([await both.read(first.id), await both.read(second.id)]).toMatchObject([{ id: first.id }, { id: second.id }]);
  });

  it("is for the time of the visit as long as nothing is kept by it", () => {
    const { keepsCookies, check, renew } = readBrowser(undefined, { secure: false });
    expect([keepsCookies, renew]).toEqual([false, []]);
    expect(check).toMatch(/^ki-pegel=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const back = readBrowser(sentBack(check ?? ""), { secure: false });
    expect([back.keepsCookies, back.check]).toEqual([true, null]);
    expect(back.renew).toEqual([`${check}; Max-Age=34560000`]);
  });
});

it("500 assessments of one browser can all be opened, and are listed with what it may do, the newest first", async () => {
  let cookie = sentBack(readBrowser(undefined, { secure: false }).check ?? "");
  const ids: string[] = [];
  for (let count = 0; count < 500; count += 1) {
    const at = { now: new Date(now.getTime() + count * 1000), today: "2026-11-21" };
    const made = await accessGrantOf(readBrowser(cookie, { secure: false }), stores, at).create(assessment);
    cookie = sentBack(made.cookie);
    ids.unshift(made.id);
  }
  const mine = visitor(cookie);
  for (const id of ids) expect(await mine.edit(id)).toMatchObject({ id, may: "edit" });
  const lines = await mine.list();
  expect(lines.map(({ id, may }) => [id, may])).toEqual(ids.map((id) => [id, "edit"]));
  expect(cookie.length).toBeLessThan(60);
});

describe("what a browser opens", () => {
  it("can be forgotten, one or all, and stays for whoever has the link", async () => {
    const [one, other] = [await create(), await create()];
    const cookie = sentBack((await visitor(one.editCookie).accept(other.readKey))?.cookie ?? "");
    expect((await visitor(cookie).list()).map(({ id, may }) => [id, may]).sort()).toEqual(
      [
        [one.id, "edit"],
        [other.id, "read"],
      ].sort(),
    );
    await visitor(cookie).forget(one.id);
    expect(await visitor(cookie).read(one.id)).toBeNull();
    expect((await visitor(cookie).list()).map(({ id }) => id)).toEqual([other.id]);
    expect(await visitor(cookie).forgetAll()).toEqual(["ki-pegel=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect(await visitor(cookie).list()).toEqual([]);
    expect(await visitor().accept(one.editKey)).toMatchObject({ id: one.id, may: "edit" });
  });

  it("leaves out what is gone and what its key opens no more", async () => {
    const { id, editCookie, readCookie } = await create();
    await (await visitor(editCookie).edit(id))?.renewReadKey();
    expect(await visitor(readCookie).list()).toEqual([]);
    await (await visitor(editCookie).edit(id))?.remove();
    expect(await visitor(editCookie).list()).toEqual([]);
  });

  it("cannot be found out from the database: neither keys nor secrets stand there", async () => {
    const { id, editKey, readKey, editCookie } = await create();
    const secret = editCookie.split("=")[1] ?? "";
    const { hash } = deviceOf(secret);
    const [row] = await stores.deviceKeys.list(hash);
    for (const trace of [editKey, readKey, secret]) expect(JSON.stringify([hash, row])).not.toContain(trace);
    expect(deviceOf(secret).unseal(id, row?.sealed ?? "")).toBe(editKey);
    expect(deviceOf(newDeviceSecret()).unseal(id, row?.sealed ?? "")).toBeNull();
    expect(deviceOf(secret).unseal("another", row?.sealed ?? "")).toBeNull();
    for (const broken of ["", "x", row?.sealed.slice(4) ?? ""]) expect(deviceOf(secret).unseal(id, broken)).toBeNull();
  });
});

describe("a cookie of before", () => {
  it("is exchanged for the one cookie, with all that opened something", async () => {
    const [one, other] = [await create(), await create()];
    const wrong = await create();
    const header = [
      `ki-pegel-${one.id}=${one.editKey}`,
      `ki-pegel-${other.id}=${other.readKey}`,
      `ki-pegel-${wrong.id}=${newEditKey()}`,
    ].join("; ");
    const { cookies, secret } = await visitor(header).takeOver();
    expect(cookies[0]).toMatch(new RegExp(`^ki-pegel=${secret}; `));
    expect(cookies.slice(1).sort()).toEqual(
      [one, other, wrong].map(({ id }) => `ki-pegel-${id}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`).sort(),
    );
    const mine = visitor(`ki-pegel=${secret}`);
    expect(await mine.read(one.id)).toMatchObject({ may: "edit" });
    expect(await mine.read(other.id)).toMatchObject({ may: "read" });
    expect(await mine.read(wrong.id)).toBeNull();
  });

  it("takes no right away that the browser has already", async () => {
    const { id, readKey, editCookie } = await create();
    const { secret } = await visitor(`${editCookie}; ki-pegel-${id}=${readKey}`).takeOver();
    expect(`ki-pegel=${secret}`).toBe(editCookie);
    expect(await visitor(editCookie).edit(id)).toMatchObject({ id });
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
    const secret = mine.editCookie.split("=")[1] ?? "";
    const strangers = [
      undefined,
      "",
      ";;; =; ki-pegel=",
      other.editCookie,
      `ki-pegel=${newDeviceSecret()}`,
      `ki-pegel=${secret.slice(1)}`,
      `ki-pegel=${secret}x`,
      `ki-pegel=${editKey}`,
      `ki-pegel-${id}=${editKey}`,
      "ki-pegel",
      `KI-PEGEL=${secret}`,
      `__proto__=${secret}`,
    ];
    for (const cookie of strangers) {
      expect(await visitor(cookie).read(id), cookie).toBeNull();
      expect(await visitor(cookie).edit(id), cookie).toBeNull();
    }
    for (const unknown of ["", "x", "__proto__", "constructor", `${id} `]) expect(await visitor(mine.editCookie).read(unknown)).toBeNull();
  });
});

describe("a key from a link", () => {
  it("is kept by the browser", async () => {
    const { id, editKey, readKey } = await create();
    const byEdit = await visitor().accept(editKey);
    expect(byEdit).toMatchObject({ id, may: "edit" });
    expect(await visitor(sentBack(byEdit?.cookie ?? "")).edit(id)).toMatchObject({ id, keys: { edit: editKey } });
    const byRead = await visitor().accept(readKey);
    expect(byRead).toMatchObject({ id, may: "read" });
    expect(await visitor(sentBack(byRead?.cookie ?? "")).read(id)).toMatchObject({ id, may: "read" });
  });

  it("adds to a right and never takes one away", async () => {
    const { id, editKey, readKey, editCookie, readCookie } = await create();
    expect(await visitor(readCookie).accept(editKey)).toMatchObject({ id, may: "edit" });
    expect(await visitor(readCookie).edit(id)).toMatchObject({ id });
    expect(await visitor(editCookie).accept(readKey)).toMatchObject({ id, may: "edit" });
    expect(await visitor(editCookie).edit(id)).toMatchObject({ id });
  });

  it("opens nothing where it was made up, or renewed, or its assessment is gone", async () => {
    const { id, editKey, readKey, editCookie, readCookie } = await create();
    for (const key of ["", "x", newEditKey(), id]) expect(await visitor().accept(key)).toBeNull();

    await (await visitor(editCookie).edit(id))?.renewReadKey();
    expect(await visitor().accept(readKey)).toBeNull();
    expect(await visitor(readCookie).read(id)).toBeNull();
    const renewed = (await visitor(editCookie).edit(id))?.keys?.read ?? "";
    expect(renewed).not.toBe(readKey);
    expect(await visitor().accept(renewed)).toMatchObject({ id, may: "read" });

    await (await visitor(editCookie).edit(id))?.remove();
    for (const key of [editKey, renewed]) expect(await visitor(editCookie).accept(key)).toBeNull();
    expect(await visitor(editCookie).read(id)).toBeNull();
  });
});

it("whoever may change an assessment does so at the time of the request", async () => {
  const { id, editCookie } = await create();
  const later = { now: new Date("2026-12-01T23:30:00Z"), today: "2026-12-02" };
  const mine = await accessGrantOf(readBrowser(editCookie, { secure: false }), stores, later).edit(id);
  await mine?.saveProfile([{ field: "name", seen: null, next: "N" }]);
  await mine?.saveAnswers([{ item: "a", seen: null, next: { level: 1 } }]);
  expect(await stores.assessments.find(id)).toMatchObject({
    ...{ organisation: { name: "N" }, answers: { a: { level: 1, date: "2026-12-02" } } },
    updatedAt: later.now.toISOString(),
  });
});
