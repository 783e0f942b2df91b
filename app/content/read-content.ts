import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { codingSchema, regionSchema } from "../core/benchmark/region";
import { statisticSchema } from "../core/benchmark/statistic";
import { checkContent, type ContentFault } from "../core/check-content";
import type { Content, ContentFiles, QuestionnaireContent } from "../core/content";
import { dutySchema } from "../core/duties/duty";
import { lawSchema } from "../core/duties/law";
import { contactSchema, fundingSchema } from "../core/funding/funding";
import { initiativeSchema } from "../core/initiatives/initiative";
import { mappingSchema } from "../core/questionnaire/mapping";
import { compareVersions } from "../core/questionnaire/versions";
import { itemSourcesSchema, questionnaireSchema, questionnaireTextSchema } from "../core/questionnaire/questionnaire";
import { findingSchema } from "../core/sources/finding";
import { notFoundSchema } from "../core/sources/not-found";
import { sourceSchema } from "../core/sources/source";
import type { Track } from "../core/vocabulary";

/** Thrown where content is wrong; the message lists every fault with file and path. */
export class ContentError extends Error {
  constructor(readonly faults: ContentFault[]) {
    super(
      `${faults.length} fault${faults.length === 1 ? "" : "s"} in the content:\n` +
        faults.map(({ file, path, fault }) => `  ${file}${path ? ` · ${path}` : ""}: ${fault}`).join("\n"),
    );
    this.name = "ContentError";
  }
}

/**
 * Reads and checks `content/` and `seeds/` below `root`.
 * @throws ContentError with every fault found, so that an author mends them in one go.
 */
export function readContent(root: string): Content {
  const faults: ContentFault[] = [];
  const files: ContentFiles = new Map();
  const hash = createHash("sha256");

  function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | undefined {
    let raw: unknown;
    try {
      const text = readFileSync(join(root, file), "utf8");
      hash.update(text);
      raw = parse(text);
    } catch (error) {
      faults.push({ file, path: "", fault: (error as Error).message });
      return undefined;
    }
    const result = schema.safeParse(raw);
    if (result.success) return result.data;
    for (const issue of result.error.issues) faults.push({ file, path: issue.path.join("."), fault: issue.message });
    return undefined;
  }
  function readList<T extends { id: string }>(kind: string, file: string, schema: z.ZodType<T>): T[] {
    const records = read(file, z.array(schema)) ?? [];
    for (const { id } of records) files.set(`${kind}/${id}`, file);
    return records;
  }
  function readFolder<T extends { id: string }>(kind: string, folder: string, schema: z.ZodType<T>): T[] {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .flatMap((name) => {
        const file = `${folder}/${name}`;
        const record = read(file, schema);
        if (!record) return [];
        if (`${record.id}.yaml` !== name) faults.push({ file, path: "id", fault: `the file must be named ${record.id}.yaml` });
        files.set(`${kind}/${record.id}`, file);
        return [record];
      });
  }
  /** Every version of a track's questionnaire by its version; the highest is asked today. */
  function readModels(track: Track): Record<string, QuestionnaireContent> {
    const versions = readdirSync(join(root, `content/questionnaires/${track}`)).sort(compareVersions);
    const models = versions.flatMap((version) => {
      const model = readQuestionnaire(track, version);
      const file = `content/questionnaires/${track}/${version}/model.yaml`;
      if (model && model.modelVersion !== version) faults.push({ file, path: "modelVersion", fault: "must be the folder's name" });
      return model ?? [];
    });
    return Object.fromEntries(models.map((model) => [model.modelVersion, model]));
  }
  function readQuestionnaire(track: Track, version: string): QuestionnaireContent | undefined {
    const folder = `content/questionnaires/${track}/${version}`;
    const model = read(`${folder}/model.yaml`, questionnaireSchema);
    const de = read(`${folder}/text.de.yaml`, questionnaireTextSchema);
    const en = read(`${folder}/text.en.yaml`, questionnaireTextSchema);
    const sources = read(`${folder}/sources.yaml`, itemSourcesSchema);
    const mapping = existsSync(join(root, folder, "mapping.yaml")) ? read(`${folder}/mapping.yaml`, mappingSchema) : null;
    return model && de && en && sources && mapping !== undefined ? { ...model, text: { de, en }, sources, mapping } : undefined;
  }

  const models = { municipality: readModels("municipality"), sme: readModels("sme") };
  const [municipality, sme] = [Object.values(models.municipality).at(-1), Object.values(models.sme).at(-1)];
  const rest = {
    initiatives: readFolder("initiatives", "content/initiatives", initiativeSchema),
    funding: readFolder("funding", "content/funding", fundingSchema),
    contacts: readList("contacts", "content/contacts.yaml", contactSchema),
    law: readFolder("law", "content/law", lawSchema),
    duties: readFolder("duties", "content/duties", dutySchema),
    findings: readList("findings", "content/findings.yaml", findingSchema),
    sources: readList("sources", "content/sources.yaml", sourceSchema),
    notFound: readList("notFound", "content/not-found.yaml", notFoundSchema),
    regions: readFolder("regions", "seeds/regions", regionSchema),
    statistics: readList("statistics", "seeds/statistics.yaml", statisticSchema),
  };
  const coding = read("seeds/second-coding.yaml", codingSchema);
  // What one file says about another is checked once every file can be read: else one fault would be told a hundred times.
  if (!municipality || !sme || !coding || faults.length > 0) throw new ContentError(faults);
  const version = hash.digest("hex").slice(0, 8);
  const content: Content = { version, questionnaires: { municipality, sme }, models, coding, ...rest };
  faults.push(...checkContent(content, files));
  if (faults.length > 0) throw new ContentError(faults);
  return content;
}
