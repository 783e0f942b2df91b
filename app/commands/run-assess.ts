import { parseArgs } from "node:util";
import { parseSaveFileText, type SaveFileFault } from "../core/answers/save-file";
import { assess } from "../core/assess";
import type { Content } from "../core/content";
import { toInitiativesFile, toQuestionnaireFile } from "../core/report/model-files";
import { toReportFile } from "../core/report/report";
import { trackSchema, tracks, type Track } from "../core/vocabulary";
import { en } from "../i18n/en";
import { printable } from "./printable";

export const usage = `Usage: npm run --silent assess -- <what>

  FILE                    the report of a saved assessment; "-" reads it from standard input
  --questionnaire TRACK   the model of a questionnaire; TRACK is ${tracks.join(" or ")}
  --initiatives           the catalogue of initiatives
  --help                  this text

The answer is JSON on standard output. Faults go to standard error, one a line, with exit code 2.
`;

/** What a run puts out; `code` is the exit code: 0, or 2 where the arguments or the input are wrong. */
export type CommandResult = { stdout: string; stderr: string; code: 0 | 2 };

/** What the command takes from the world around it. */
export type Surroundings = {
  /** Called only where the answer needs it. */
  content: () => Content;
  /** The text of a file, or of standard input where the name is "-"; rejects where it cannot be read. */
  readInput: (name: string) => Promise<string>;
  /** ISO date on which the report is made. */
  date: string;
};

type Wish = { help: true } | { initiatives: true } | { questionnaire: Track } | { file: string };

/** The `assess` command from its arguments to what it prints (method, section 10). */
export async function runAssess(args: string[], { content, readInput, date }: Surroundings): Promise<CommandResult> {
  let wish: Wish;
  try {
    wish = readArguments(args);
  } catch (error) {
    return refused(`${printable((error as Error).message)}\n\n${usage}`);
  }
  if ("help" in wish) return { stdout: usage, stderr: "", code: 0 };
  if ("initiatives" in wish) return answered(toInitiativesFile(content().initiatives));
  if ("questionnaire" in wish) return answered(toQuestionnaireFile(content().questionnaires[wish.questionnaire]));

  let input: string;
  try {
    input = await readInput(wish.file);
  } catch (error) {
    return refused(`${printable(`${wish.file} cannot be read: ${(error as Error).message}`)}\n`);
  }
  const all = content();
  const { assessment, faults } = parseSaveFileText(input, all.questionnaires);
  return assessment ? answered(toReportFile(assess(assessment, all, date))) : refused(faults.map(lineOf).join(""));
}

/** @throws with what is wrong where the arguments ask for nothing, for several things or for something unknown. */
function readArguments(args: string[]): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean" }, initiatives: { type: "boolean" }, questionnaire: { type: "string" } },
  });
  if (values.help) return { help: true };
  const [first, ...others] = [...Object.keys(values), ...positionals];
  if (first === undefined) throw new Error("Say which file to read.");
  if (others.length > 0) throw new Error("One thing at a time, please.");
  if (values.initiatives) return { initiatives: true };
  if (values.questionnaire === undefined) return { file: first };
  const track = trackSchema.safeParse(values.questionnaire);
  if (!track.success) throw new Error(`There is no track "${values.questionnaire}".`);
  return { questionnaire: track.data };
}

const answered = (value: unknown): CommandResult => ({ stdout: `${JSON.stringify(value, null, 2)}\n`, stderr: "", code: 0 });
const refused = (stderr: string): CommandResult => ({ stdout: "", stderr, code: 2 });

function lineOf({ path, code }: SaveFileFault): string {
  return `${path === "" ? "(whole file)" : printable(path)}: ${en.errors.saveFile[code]}\n`;
}
