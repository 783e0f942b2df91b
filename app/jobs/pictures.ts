import type { PictureFault, SoundPicture } from "../intake/read-picture";
import { JobLimitError, type Asking, type Pool } from "./pool";
import type { Jobs } from "./worker";

/** Looks at pictures outside the process that answers requests: a few bytes can ask for a lot of work. */
export type Pictures = {
  /** @returns the picture as it is to be stored, or what is wrong with it. @throws what `Pool.run` throws but for limits. */
  read(bytes: Uint8Array, asking?: Asking): Promise<SoundPicture | { fault: PictureFault }>;
};

export function openPictures(pool: Pick<Pool<Jobs>, "run">): Pictures {
  return {
    async read(bytes, asking) {
      try {
        return await pool.run("picture", bytes, asking);
      } catch (error) {
        // What cannot be drawn in the time and memory that any logo needs is none.
        if (error instanceof JobLimitError) return { fault: "unreadable" };
        throw error;
      }
    },
  };
}
