import { extname } from "node:path";
import type { AppLoadContext } from "@remix-run/node";
import { cleanText, textLimits } from "../../core/assessment/text";
import { isSameClient } from "../../core/mappe/client-key";
import { mostAtOnce, mostInMappe, sharingSchema } from "../../core/mappe/mappe";
import { landSchema, trackSchema } from "../../core/vocabulary";
import { textOf } from "../../forms/text-of";
import type { Locale } from "../../i18n/index";
import { describeFault } from "../../jobs/client-table/describe-fault";
import type { NewAssessment } from "../../../db/stored-assessment";
import { keyInLink } from "../access/key-in-link";
import { convertToToday } from "../assessment/keeping-notices";
import type { OpenMappe } from "../access/held-mappe";
import { mappeMembers } from "./mappe-page";

/** What was wrong, by field; and where a file is wrong, each place with what is wrong there. */
export type IntakeFaults = { errors: Record<string, string>; files: { what: string; why: string }[]; fileFaults: number };
/** How many came in, and how many were left out because they were there; `waits`: the owner has still to agree. */
/** `own`: letters of columns that tables have besides ours, which were left out. */
export type IntakeDone = { added: number; left: number; own: string[]; waits: boolean };

const refused = (errors: Record<string, string>): IntakeFaults => ({ errors, files: [], fileFaults: 0 });
/** So many faults of files are told. */
const toldFaults = 100;

type Editing = NonNullable<OpenMappe["edit"]>;
type EditableMappe = OpenMappe & { edit: Editing };
type Members = Pick<AppLoadContext, "content" | "environment">;

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
  return { added: 1, left: 0, own: [], waits: outcome === "waits" };
}

/** New ones without answers, one a name. */
export async function addByNames(
  mappe: EditableMappe,
  form: FormData,
  { messages }: Locale,
  context: Members,
): Promise<IntakeFaults | IntakeDone> {
  const { add } = messages.mappe;
  const { content } = context;
  const names = textOf(form, "names").split(/\r?\n/).map(cleanText).filter(Boolean);
  const [track, land] = [trackSchema.safeParse(textOf(form, "track")), landSchema.safeParse(textOf(form, "land"))];
  const long = names.find((name) => name.length > textLimits.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  const known = new Set((await mappeMembers(mappe, context)).map(({ name }) => name));
  const there = names.find((name) => known.has(name));
  const errors = {
    ...(names.length === 0 && { names: add.namesMissing }),
    ...(there !== undefined && { names: add.namesThere(there) }),
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
    mappe.edit,
    names.map((name) => ({ ...common, organisation: { name, ...organisation } })),
    "names",
    messages,
  );
}

/**
 * New ones from save files and tables of many clients: all of them, or none where anything is wrong. Who is in the Mappe already is
 * told, or left out where the form says so: a table that is sent a second time makes nobody twice.
 */
export async function addByFiles(
  mappe: EditableMappe,
  form: FormData,
  locale: Locale,
  context: Pick<AppLoadContext, "saveFiles" | "clientTables"> & Members,
): Promise<IntakeFaults | IntakeDone> {
  const { add } = locale.messages.mappe;
  const files = form
    .getAll("files")
    .filter((file) => typeof file !== "string")
    .filter(({ size }) => size > 0);
  if (files.length === 0) return refused({ files: add.filesMissing });
  if (files.length > mostAtOnce) return refused({ files: add.filesTooMany(files.length, mostAtOnce) });
  const [found, faults]: [Found[], IntakeFaults["files"]] = [[], []];
  const own = new Set<string>();
  for (const file of files) {
    const read = await readFile(file, locale, context);
    found.push(...read.found);
    faults.push(...read.faults);
    for (const column of read.own) own.add(column);
  }
  const members = await mappeMembers(mappe, context);
  const there = new Set(found.filter((one) => members.some((member) => isSameClient(one, member))));
  const leavesOut = textOf(form, "onlyNew") === "on";
  const { "repeated-client": oneName, "repeated-key": oneKey } = locale.messages.tables.clients.faults;
  for (const [index, one] of found.entries()) {
    const before = found.slice(0, index).find((other) => isSameClient(one, other));
    if (before) faults.push({ what: one.place, why: one.clientKey !== null && one.clientKey === before.clientKey ? oneKey : oneName });
    else if (there.has(one) && !leavesOut) faults.push({ what: one.place, why: add.isThere });
  }
  if (faults.length > 0)
    return { errors: { files: add.filesFaults(faults.length) }, files: faults.slice(0, toldFaults), fileFaults: faults.length };
  const fresh = found.filter((one) => !there.has(one));
  if (fresh.length === 0) return refused({ files: add.nobodyNew });
  if (fresh.length > mostAtOnce) return refused({ files: add.filesTooMany(fresh.length, mostAtOnce) });
  const all = fresh.map(({ assessment }) => assessment);
  const keys = fresh.map(({ clientKey }) => clientKey);
  const outcome = await make(mappe.edit, all, "files", locale.messages, keys);
  return "added" in outcome ? { ...outcome, left: there.size, own: [...own] } : outcome;
}

/** `clientKey`: by which a table calls it; `place`: file and row, for whoever has to mend them. */
type Found = { assessment: NewAssessment; clientKey: string | null; name: string | null; place: string };

const tables = /^\.(xlsx|ods|csv|txt|xls)$/i;

async function readFile(
  file: File,
  locale: Locale,
  { content, saveFiles, clientTables }: Pick<AppLoadContext, "content" | "saveFiles" | "clientTables">,
): Promise<{ found: Found[]; faults: IntakeFaults["files"]; own: string[] }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (tables.test(extname(file.name))) {
    const table = await clientTables.read(bytes);
    const { row: rowOf } = locale.messages.tables.clients;
    const found = table.clients.map(({ assessment, key, name, row }) => ({
      ...{ assessment, clientKey: key, name, place: `${file.name}, ${rowOf(row)}, ${name}` },
    }));
    return {
      found,
      faults: table.faults.map((fault) => describeFault(fault, file.name, locale)),
      own: table.own.map(({ cell }) => lettersOf(cell)),
    };
  }
  const { assessment, faults } = await saveFiles.read(bytes);
  if (assessment) {
    const { modelVersion, answers, previous } = convertToToday(assessment, assessment.track, content);
    const name = assessment.organisation.name ?? null;
    const place = [file.name, name].filter(Boolean).join(", ");
    return {
      found: [{ assessment: { ...assessment, modelVersion, answers, previous }, clientKey: null, name, place }],
      faults: [],
      own: [],
    };
  }
  const words = locale.messages.errors.saveFile;
  const told = faults.map(({ path, code, found: value }) => ({
    what: [file.name, path].filter(Boolean).join(", "),
    why: [words[code], value && `(${value})`].filter(Boolean).join(" "),
  }));
  return { found: [], faults: told, own: [] };
}

/** Of the cell of a heading, with or without the name of its sheet. */
const lettersOf = (cell: string) => /[A-Z]+(?=\d+$)/.exec(cell)?.[0] ?? "";

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
  return { added: all.length, left: 0, own: [], waits: false };
}
