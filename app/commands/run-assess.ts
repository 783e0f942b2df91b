import { toldFaults, type SaveFileFault } from "../core/assessment/save-file";
import type { Solver } from "../core/plan/solve";
import { makeReport } from "../core/report";
import { reportInputOf } from "../core/report-input";
import { readSaveFile } from "../intake/read-save-file";
import type { Content } from "../core/content";
import { toInitiativesFile, toQuestionnaireFile } from "../core/questionnaire/model-files";
import { toReportFile } from "../core/report-file";
import { clientTableTemplate } from "../jobs/client-table/client-table-template";
import { en } from "../i18n/en";
import { batchLocale, type BatchSummary, type BatchWish } from "../jobs/batch";
import { noBrand, type Brand } from "../core/brand/brand";
import { summaryText } from "./batch-summary";
import { forTerminal } from "./for-terminal";
import { readBrand, takenTemplate } from "./read-brand";
import { readArguments, usage, type Wish } from "./read-arguments";

/** What a run puts out; `code` is the exit code: 0; 1 where a batch was not made in full; 2 where the arguments or the input are wrong. */
export type CommandResult = { stdout: string; stderr: string; code: 0 | 1 | 2 };

/** What the command takes from the world around it. */
export type Surroundings = {
  /** Called only where the answer needs it. */
  content: () => Content;
  /** A file, or standard input where the name is "-"; rejects where it cannot be read. */
  readInput: (name: string) => Promise<Uint8Array>;
  /** Makes the documents of many clients. */
  runBatch: (wish: Omit<BatchWish, "date">) => Promise<BatchSummary>;
  writeFile: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Loaded only where a report is made. */
  solver: () => Promise<Solver>;
  /** ISO date on which the report is made. */
  date: string;
};

/** The `assess` command from its arguments to what it prints (method, section 10). */
export async function runAssess(
  args: string[],
  { content, readInput, runBatch, writeFile, solver, date }: Surroundings,
): Promise<CommandResult> {
  let wish: Wish;
  try {
    wish = readArguments(args);
  } catch (error) {
    return refused(`${forTerminal((error as Error).message)}\n\n${usage}`);
  }
  if ("help" in wish) return { stdout: usage, stderr: "", code: 0 };
  if ("initiatives" in wish) return answered(toInitiativesFile(content().initiatives));
  if ("questionnaire" in wish) return answered(toQuestionnaireFile(content().questionnaires[wish.questionnaire]));
  if ("template" in wish) {
    const format = /\.csv$/i.test(wish.out) ? "csv" : "xlsx";
    await writeFile(wish.out, await clientTableTemplate(content(), wish.template, wish.language, format));
    return { stdout: "", stderr: "", code: 0 };
  }
  if ("inputs" in wish) {
    const { brand: file, wordTemplate, ...rest } = wish;
    let brand: Brand | undefined;
    let reading = file;
    try {
      brand = file === undefined ? undefined : await readBrand(file, readInput);
      reading = wordTemplate;
      if (wordTemplate !== undefined) brand = { ...(brand ?? noBrand), template: takenTemplate(await readInput(wordTemplate)) };
    } catch (error) {
      return refused(`${forTerminal(`${reading}: ${(error as Error).message}`)}\n`);
    }
    const summary = await runBatch({ ...rest, ...(brand && { brand }) });
    return {
      stdout: "",
      stderr: summaryText(summary, batchLocale(wish)),
      code: summary.failed.length > 0 ? 1 : 0,
    };
  }

  let input: Uint8Array;
  try {
    input = await readInput(wish.file);
  } catch (error) {
    return refused(`${forTerminal(`${wish.file} cannot be read: ${(error as Error).message}`)}\n`);
  }
  const all = content();
  const { assessment, faults } = readSaveFile(input, all.models);
  if (!assessment) return refused(linesOf(faults));
  return answered(toReportFile(makeReport(reportInputOf(assessment, all, date), all, await solver()), null, assessment));
}

const answered = (value: unknown): CommandResult => ({ stdout: `${JSON.stringify(value, null, 2)}\n`, stderr: "", code: 0 });
const refused = (stderr: string): CommandResult => ({ stdout: "", stderr, code: 2 });

/** The faults that are told, one a line, and how many more there are. */
function linesOf(faults: SaveFileFault[]): string {
  const more = faults.length - toldFaults;
  return faults.slice(0, toldFaults).map(lineOf).join("") + (more > 0 ? `and ${more} more\n` : "");
}

function lineOf({ path, code, found }: SaveFileFault): string {
  return `${path === "" ? "(whole file)" : forTerminal(path)}: ${en.errors.saveFile[code]}${found ? ` (${found})` : ""}\n`;
}
