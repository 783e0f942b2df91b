import type { Content } from "../core/content";
import { readCounted, type SaveFileReading } from "../intake/read-save-file";
import type { Asking, Pool } from "./pool";
import type { Jobs } from "./worker";

/** Reads save files: those of any size that people have at once, larger ones outside the process that answers requests. */
export type SaveFiles = {
  /** @throws what `Pool.run` throws. */
  read(bytes: Uint8Array, asking?: Asking): Promise<SaveFileReading>;
};

/** An assessment with a note to every answer takes half as much. What is wrong in so few bytes is told within milliseconds. */
const readAtOnceBytes = 32 * 1024;

export function openSaveFiles(pool: Pick<Pool<Jobs>, "run">, { models }: Pick<Content, "models">): SaveFiles {
  return {
    read: async (bytes, asking) =>
      bytes.length <= readAtOnceBytes ? readCounted(bytes, models) : pool.run("save-file", Uint8Array.from(bytes), asking),
  };
}
