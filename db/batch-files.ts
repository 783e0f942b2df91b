import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ifMissing } from "./if-missing";
import { makeFolder } from "./make-folder";

const folderShape = /^[\w-]{1,32}$/;
const nameShape = /^([1-9]\d*(\.json)?|all)$/;

/**
 * Files of batches until they are fetched: one folder a batch, each document under its position, `<position>.json` for what it adds to
 * the workbook over all, `all` for that. What each is called in the archive stands in the database.
 * @param folder of all of them; it is made when the first file comes.
 */
export function batchFileStore(folder: string) {
  function folderOf(batchId: string): string {
    if (!folderShape.test(batchId)) throw new Error("This is no id of a batch.");
    return join(folder, batchId);
  }
  function pathOf(batchId: string, name: string): string {
    if (!nameShape.test(name)) throw new Error("This is no name of a file of a batch.");
    return join(folderOf(batchId), name);
  }

  return {
    /** Never leaves half a file under its name. */
    async put(batchId: string, name: string, bytes: Uint8Array | string): Promise<void> {
      makeFolder(folderOf(batchId));
      const path = pathOf(batchId, name);
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },

    /** @returns null where there is none. */
    read: (batchId: string, name: string): Promise<Uint8Array | null> => readFile(pathOf(batchId, name)).catch(ifMissing(null)),

    removeAll: (batchId: string): Promise<void> => rm(folderOf(batchId), { recursive: true, force: true }),

    /** Removes what belongs to no document that is kept. @param kept positions by batch. */
    async removeOrphans(kept: ReadonlyMap<string, ReadonlySet<number>>): Promise<void> {
      for (const batchId of (await readdir(folder).catch(ifMissing([]))).filter((name) => folderShape.test(name))) {
        const positions = kept.get(batchId);
        if (!positions) await this.removeAll(batchId);
        else
          for (const name of await readdir(join(folder, batchId)).catch(ifMissing([]))) {
            const position = Number.parseInt(name, 10);
            if (!Number.isNaN(position) && !positions.has(position)) await rm(join(folder, batchId, name), { force: true });
          }
      }
    },
  };
}
