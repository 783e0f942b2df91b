import type { TemplateFault } from "../core/brand/brand";
import { JobLimitError, type Asking, type Pool } from "./pool";
import type { Jobs } from "./worker";

/** Looks at Word templates outside the process that answers requests: a small file can unpack to a large one. */
export type Templates = {
  /** @returns what is to be stored of it, or what is wrong with it. @throws what `Pool.run` throws but for limits. */
  read(bytes: Uint8Array, asking?: Asking): Promise<{ base64: string } | { fault: TemplateFault }>;
};

export function openTemplates(pool: Pick<Pool<Jobs>, "run">): Templates {
  return {
    async read(bytes, asking) {
      try {
        return await pool.run("template", bytes, asking);
      } catch (error) {
        if (error instanceof JobLimitError) return { fault: "too-large" };
        throw error;
      }
    },
  };
}
