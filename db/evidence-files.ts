import { createHash, randomUUID } from "node:crypto";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ifMissing } from "./if-missing";
import { makeFolder } from "./make-folder";

const folderShape = /^[\w-]{1,32}$/;
const fileShape = /^[0-9a-f]{64}$/;

/** What bytes are called here. */
export const checksumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Bytes of files that prove answers: one folder an assessment, each file under the checksum of what is in it, so that a name that
 * somebody has thought up reaches no file system. Who names which file stands with the answers.
 * @param folder of all of them; it is made when the first file comes.
 */
export function evidenceFileStore(folder: string) {
  function folderOf(assessmentId: string): string {
    if (!folderShape.test(assessmentId)) throw new Error("This is no id of an assessment.");
    return join(folder, assessmentId);
  }
  function pathOf(assessmentId: string, sha256: string): string {
    if (!fileShape.test(sha256)) throw new Error("This is no checksum.");
    return join(folderOf(assessmentId), sha256);
  }

  return {
    /** On disk when this returns; a file that is there already stays. */
    async put(assessmentId: string, bytes: Uint8Array): Promise<string> {
      const sha256 = checksumOf(bytes);
      makeFolder(folderOf(assessmentId));
      const unfinished = join(folderOf(assessmentId), `${randomUUID()}.part`);
      try {
        const file = await open(unfinished, "wx", 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, pathOf(assessmentId, sha256));
      } finally {
        await rm(unfinished, { force: true });
      }
      return sha256;
    },

    /** @returns the bytes, or null where there are none, or others than were put there. */
    async read(assessmentId: string, sha256: string): Promise<Uint8Array | null> {
      const bytes = await readFile(pathOf(assessmentId, sha256)).catch(ifMissing(null));
      return bytes && checksumOf(bytes) === sha256 ? bytes : null;
    },

    /** The checksums of what lies there. */
    list: async (assessmentId: string): Promise<string[]> =>
      (await readdir(folderOf(assessmentId)).catch(ifMissing([]))).filter((name) => fileShape.test(name)).sort(),

    remove: (assessmentId: string, sha256: string): Promise<void> => rm(pathOf(assessmentId, sha256), { force: true }),

    removeAll: (assessmentId: string): Promise<void> => rm(folderOf(assessmentId), { recursive: true, force: true }),

    /** Bytes of one assessment. */
    bytesOf: (assessmentId: string): Promise<number> => bytesIn(folderOf(assessmentId)),

    /** The assessments that have files. */
    owners: async (): Promise<string[]> => (await readdir(folder).catch(ifMissing([]))).filter((name) => folderShape.test(name)).sort(),

    /** Bytes of all of them. */
    async bytesInAll(): Promise<number> {
      let sum = 0;
      for (const owner of await this.owners()) sum += await bytesIn(join(folder, owner));
      return sum;
    },
  };
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(ifMissing([]));
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then(({ size }) => size, ifMissing(0))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
