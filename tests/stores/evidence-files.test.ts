import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { backUpFiles } from "../../db/backup";
import { checksumOf, evidenceFileStore } from "../../db/evidence-files";

const bytes = Buffer.from("%PDF-1.7 Beschluss");
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "ki-pegel-evidence-"))));
afterEach(() => rmSync(folder, { recursive: true }));
const store = () => evidenceFileStore(join(folder, "evidence"));

it("keeps bytes under their checksum, readable for nobody else, and once", async () => {
  const sha256 = await store().put("one", bytes);
  expect([sha256, await store().put("one", bytes)]).toEqual([checksumOf(bytes), sha256]);
  expect(readdirSync(join(folder, "evidence/one"))).toEqual([sha256]);
  expect(statSync(join(folder, "evidence/one", sha256)).mode & 0o777).toBe(0o600);
  expect(Buffer.from((await store().read("one", sha256)) ?? [])).toEqual(bytes);
  expect([await store().read("two", sha256), await store().read("one", "0".repeat(64))]).toEqual([null, null]);
  await store().put("two", Buffer.from("x"));
  expect([await store().bytesOf("one"), await store().bytesInAll(), await store().owners()]).toEqual([18, 19, ["one", "two"]]);
});

it("gives out nothing that is not what was put there", async () => {
  const sha256 = await store().put("one", bytes);
  writeFileSync(join(folder, "evidence/one", sha256), "something else");
  expect(await store().read("one", sha256)).toBeNull();
});

it("has no way out of its folder", async () => {
  for (const id of ["../x", "", "a/b", ".."]) await expect(store().put(id, bytes)).rejects.toThrow();
  for (const name of ["../one", "", "a".repeat(63)]) await expect(store().read("one", name)).rejects.toThrow();
});

it("takes one away, or all of an assessment, and nothing where there is nothing", async () => {
  const first = await store().put("one", bytes);
  await store().put("one", Buffer.from("x"));
  await store().remove("one", first);
  await store().remove("one", first);
  expect(await store().list("one")).toEqual([checksumOf(Buffer.from("x"))]);
  await store().removeAll("one");
  await store().removeAll("one");
  expect([await store().owners(), await store().list("one"), await store().bytesInAll()]).toEqual([[], [], 0]);
});

it("is copied beside a backup, but for what is damaged", async () => {
  const [sound, damaged] = [await store().put("one", bytes), await store().put("two", Buffer.from("x"))];
  writeFileSync(join(folder, "evidence/two", damaged), "y");
  expect(await backUpFiles(join(folder, "evidence"), join(folder, "backup"))).toEqual({ files: 1, broken: [`two/${damaged}`] });
  expect(await evidenceFileStore(join(folder, "backup")).read("one", sound)).not.toBeNull();
});
