import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSaveFileText } from "../app/core/assessment/parse-save-file";
import type { Assessment } from "../app/core/assessment/assessment";
import type { WholeAssessment } from "../app/core/assessment/whole-assessment";
import type { Content } from "../app/core/content";

/** A fictional assessment to try the application with; `name` is its file's, and unique. */
export type DemoAssessment = { name: string; assessment: Assessment & Partial<WholeAssessment> };

const folder = "seeds/demo";

/**
 * Reads every example below `root`, in the order of the names.
 * @throws with file and path of every fault in the first example that is not sound.
 */
export function readDemo(root: string, models: Content["models"]): DemoAssessment[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const { assessment, faults } = parseSaveFileText(readFileSync(join(root, folder, file), "utf8"), models);
      if (!assessment) throw new Error(faults.map(({ path, code }) => `${folder}/${file} · ${path}: ${code}`).join("\n"));
      return { name: file.replace(/\.json$/, ""), assessment };
    });
}
