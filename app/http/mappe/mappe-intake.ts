import { extname } from "node:path";
import type { AppLoadContext } from "@remix-run/node";
import { cleanText, textLimits } from "../../core/assessment/text";
import { mostAtOnce, mostInMappe, sharingSchema } from "../../core/mappe/mappe";
import { landSchema, trackSchema } from "../../core/vocabulary";
import { textOf } from "../../forms/text-of";
import type { Locale } from "../../i18n/index";
import { describeFault } from "../../jobs/client-table/describe-fault";
import type { NewAssessment } from "../../../db/assessments";
import { keyInLink } from "../access/key-in-link";
import { convertToToday } from "../assessment/keeping-notices";
import type { OpenMappe } from "../access/held-mappe";

/** What was wrong, by field; and where a file is wrong, each place with what is wrong there. */
export type IntakeFaults = { errors: Record<string, string>; files: { what: string; why: string }[]; fileFaults: number };
/** How many came in; `waits`: the owner has still to agree. */
export type IntakeDone = { added: number; waits: boolean };

const refused = (errors: Record<string, string>): IntakeFaults => ({ errors, files: [], fileFaults: 0 });
/** So many faults of files are told. */
const toldFaults = 100;

type Editing = NonNullable<OpenMappe["edit"]>;

/** An assessment that is there already, by a link to it. */
export async function addByLink(edit: Editing, form: FormData, { messages }: Locale): Promise<IntakeFaults | IntakeDone> {
  const { add } = messages.mappe;
  const key = keyInLink(textOf(form, "link"));
  const sharing = sharingSchema.safeParse(textOf(form, "sharing"));
  const errors = {
    ...(key === null && { link: add.linkWrong }),
    ...(!sharing.success && { sharing: add.sharingMissing }),
    ...(textOf(form, "consent") !== "on" && { consent: add.consentMissing }),
  };
  if (key === null || !sharing.success || Object.keys(errors).length > 0) return refused(errors);
  const outcome = await edit.addByKey(key, sharing.data);
  if (outcome === "unknown") return refused({ link: add.linkUnknown });
  if (outcome === "already") return refused({ link: add.linkAlready });
  if (outcome === "too-many") return refused({ link: add.full(mostInMappe) });
  return { added: 1, waits: outcome === "waits" };
}

/** New ones without answers, one a name. */
export async function addByNames(
  edit: Editing,
  form: FormData,
  { messages }: Locale,
  { content }: Pick<AppLoadContext, "content">,
): Promise<IntakeFaults | IntakeDone> {
  const { add } = messages.mappe;
  const names = textOf(form, "names").split(/\r?\n/).map(cleanText).filter(Boolean);
  const [track, land] = [trackSchema.safeParse(textOf(form, "track")), landSchema.safeParse(textOf(form, "land"))];
  const long = names.find((name) => name.length > textLimits.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  const errors = {
    ...(names.length === 0 && { names: add.namesMissing }),
    ...(twice !== undefined && { names: add.namesTwice(twice) }),
    ...(long !== undefined && { names: add.namesTooLong(`${long.slice(0, 40)}…`, textLimits.name) }),
    ...(names.length > mostAtOnce && { names: add.namesTooMany(names.length, mostAtOnce) }),
    ...(!track.success && { track: add.trackMissing }),
  };
  if (!track.success || Object.keys(errors).length > 0) return refused(errors);
  const { modelVersion } = content.questionnaires[track.data];
  const organisation = land.success ? { land: land.data } : {};
  const common = { track: track.data, depth: "full", aiUse: "unknown", modelVersion, answers: {} } as const;
  return make(
    edit,
    names.map((name) => ({ ...common, organisation: { name, ...organisation } })),
    "names",
    messages,
  );
}

/** New ones from save files and tables of many clients: all of them, or none where anything is wrong. */
export async function addByFiles(
  edit: Editing,
  form: FormData,
  locale: Locale,
  context: Pick<AppLoadContext, "content" | "saveFiles" | "clientTables">,
): Promise<IntakeFaults | IntakeDone> {
  const { add } = locale.messages.mappe;
  const files = form
    .getAll("files")
    .filter((file) => typeof file !== "string")
    .filter(({ size }) => size > 0);
  if (files.length === 0) return refused({ files: add.filesMissing });
  if (files.length > mostAtOnce) return refused({ files: add.filesTooMany(files.length, mostAtOnce) });
  const [found, faults]: [Found[], IntakeFaults["files"]] = [[], []];
  for (const file of files) {
    const read = await readFile(file, locale, context);
    found.push(...read.found);
    faults.push(...read.faults);
  }
  if (faults.length > 0)
    return { errors: { files: add.filesFaults(faults.length) }, files: faults.slice(0, toldFaults), fileFaults: faults.length };
  if (found.length > mostAtOnce) return refused({ files: add.filesTooMany(found.length, mostAtOnce) });
  const all = found.map(({ assessment }) => assessment);
  const keys = found.map(({ clientKey }) => clientKey);
  return make(edit, all, "files", locale.messages, keys);
}

/** `clientKey`: by which a table calls it. */
type Found = { assessment: NewAssessment; clientKey: string | null };

const tables = /^\.(xlsx|ods|csv|txt|xls)$/i;

async function readFile(
  file: File,
  locale: Locale,
  { content, saveFiles, clientTables }: Pick<AppLoadContext, "content" | "saveFiles" | "clientTables">,
): Promise<{ found: Found[]; faults: IntakeFaults["files"] }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (tables.test(extname(file.name))) {
    const table = await clientTables.read(bytes);
    const found = table.clients.map(({ assessment, key }) => ({ assessment, clientKey: key }));
    return { found, faults: table.faults.map((fault) => describeFault(fault, file.name, locale)) };
  }
  const { assessment, faults } = await saveFiles.read(bytes);
  if (assessment) {
    const { modelVersion, answers, previous } = convertToToday(assessment, assessment.track, content);
    return { found: [{ assessment: { ...assessment, modelVersion, answers, previous }, clientKey: null }], faults: [] };
  }
  const words = locale.messages.errors.saveFile;
  const told = faults.map(({ path, code, found: value }) => ({
    what: [file.name, path].filter(Boolean).join(", "),
    why: [words[code], value && `(${value})`].filter(Boolean).join(" "),
  }));
  return { found: [], faults: told };
}

async function make(
  edit: Editing,
  all: NewAssessment[],
  field: string,
  { mappe }: Locale["messages"],
  clientKeys: (string | null)[] = [],
): Promise<IntakeFaults | IntakeDone> {
  const made = await edit.make(all, clientKeys);
  if (made === "too-many") return refused({ [field]: mappe.add.full(mostInMappe) });
  if ("repeated" in made) return refused({ [field]: mappe.add.keyRepeated(made.repeated) });
  return { added: all.length, waits: false };
}
