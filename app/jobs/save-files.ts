import type { Content } from "../core/content";
import { readCarriedFiles } from "../intake/read-carried-files";
import { readCounted, type SaveFileReading } from "../intake/read-save-file";
import type { Pictures } from "./pictures";
import type { Asking, Pool } from "./pool";
import type { Templates } from "./templates";
import type { Jobs } from "./worker";

/**
 * Reads save files: those of any size that people have at once, larger ones outside the process that answers requests. The files in
 * them are looked at as those that somebody gives in a form.
 */
export type SaveFiles = {
  /** @throws what `Pool.run` throws. */
  read(bytes: Uint8Array, asking?: Asking): Promise<SaveFileReading>;
};

/** An assessment with a note to every answer takes half as much. What is wrong in so few bytes is told within milliseconds. */
const readAtOnceBytes = 32 * 1024;

export function openSaveFiles(
  pool: Pick<Pool<Jobs>, "run">,
  { models }: Pick<Content, "models">,
  { pictures, templates }: { pictures: Pictures; templates: Templates },
): SaveFiles {
  return {
    async read(bytes, asking) {
      const read =
        bytes.length <= readAtOnceBytes ? readCounted(bytes, models) : await pool.run("save-file", Uint8Array.from(bytes), asking);
      const carried = await readCarriedFiles(read, {
        picture: (picture) => pictures.read(picture, asking),
        template: (template) => templates.read(template, asking),
      });
      return { ...carried, faultCount: carried.assessment ? 0 : Math.max(read.faultCount, carried.faults.length) };
    },
  };
}
