import type { Cell, Region } from "./benchmark/region";
import type { Content, ContentFiles, QuestionnaireContent } from "./content";
import type { Condition, Duty } from "./duties/duty";
import { factsOf } from "./duties/find-duties";
import type { Funding } from "./funding/funding";
import type { Initiative } from "./initiatives/initiative";
import { destinationOf } from "./questionnaire/mapping";
import { findItem, itemsOf } from "./questionnaire/questionnaire";
import { compareVersions } from "./questionnaire/versions";
import type { SourceRef } from "./sources/source";
import { dimensionIds, languages, sizeClasses, tracks, type Track } from "./vocabulary";

/** Something wrong in a content file, said so that an author can mend it. */
export type ContentFault = { file: string; path: string; fault: string };

/**
 * What no schema of a single file can see: ids that occur twice, references that lead nowhere, words missing
 * in a language, initiatives nothing leads to, questions no initiative lifts.
 */
export function checkContent(content: Content, files: ContentFiles): ContentFault[] {
  const faults: ContentFault[] = [];
  const fileOf = (kind: string, id: string) => files.get(`${kind}/${id}`) ?? kind;
  const report = (file: string, path: string, fault: string) => faults.push({ file, path, fault });

  const known = {
    source: idsOf(content.sources, "sources"),
    notFound: idsOf(content.notFound, "notFound"),
    finding: idsOf(content.findings, "findings"),
    law: idsOf(content.law, "law"),
    duty: idsOf(content.duties, "duties"),
    contact: idsOf(content.contacts, "contacts"),
    funding: idsOf(content.funding, "funding"),
    initiative: idsOf(content.initiatives, "initiatives"),
    statistic: idsOf(content.statistics, "statistics"),
    region: idsOf(content.regions, "regions"),
  };

  function idsOf(records: { id: string }[], kind: string): Set<string> {
    const ids = new Set<string>();
    for (const { id } of records) {
      if (ids.has(id)) report(fileOf(kind, id), "id", `"${id}" occurs more than once`);
      ids.add(id);
    }
    return ids;
  }
  function refer(file: string, path: string, what: keyof typeof known, ids: string[]): void {
    for (const id of ids) if (!known[what].has(id)) report(file, path, `there is no ${what} "${id}"`);
  }
  const referSources = (file: string, path: string, refs: SourceRef[]) =>
    refer(
      file,
      path,
      "source",
      refs.filter((ref) => typeof ref === "string"),
    );

  for (const track of tracks) {
    const models = Object.values(content.models[track]).sort((a, b) => compareVersions(a.modelVersion, b.modelVersion));
    for (const model of models) checkQuestionnaire(track, model);
    models.forEach((model, index) => checkMapping(track, model, models[index - 1] ?? null));
  }
  for (const initiative of content.initiatives) checkInitiative(initiative);
  checkRequirementCycles();
  for (const track of tracks) checkCatalogue(track);
  for (const { id, source } of content.findings) refer(fileOf("findings", id), `${id}.source`, "source", [source]);
  for (const { id, sources } of content.law) referSources(fileOf("law", id), "sources", sources);
  for (const funding of content.funding) checkFunding(funding);
  for (const { id, sources } of content.contacts) referSources(fileOf("contacts", id), `${id}.sources`, sources);
  for (const duty of content.duties) checkDuty(duty);
  checkFacts();
  for (const { id, source } of content.statistics) referSources(fileOf("statistics", id), `${id}.source`, [source]);
  for (const region of content.regions) checkRegion(region);
  return faults;

  function checkQuestionnaire(track: Track, questionnaire: QuestionnaireContent): void {
    const folder = `content/questionnaires/${track}/${questionnaire.modelVersion}`;
    const model = `${folder}/model.yaml`;
    if (questionnaire.track !== track) report(model, "track", `must be "${track}"`);

    const dimensions = questionnaire.dimensions.map((dimension) => dimension.id);
    for (const id of dimensionIds)
      if (dimensions.filter((other) => other === id).length !== 1) report(model, "dimensions", `"${id}" must occur exactly once`);

    const items = itemsOf(questionnaire);
    const itemIds = idsIn(questionnaire);
    for (const id of repeated(itemIds)) report(model, `items.${id}`, "occurs more than once");
    for (const dimension of questionnaire.dimensions)
      if (dimension.items.filter((item) => item.key).length !== 1)
        report(model, `dimensions.${dimension.id}`, "needs exactly one key item");

    for (const language of languages) {
      const file = `${folder}/text.${language}.yaml`;
      const text = questionnaire.text[language];
      sameKeys(file, "dimensions", Object.keys(text.dimensions), dimensions);
      sameKeys(file, "items", Object.keys(text.items), itemIds);
      for (const item of items) {
        const words = text.items[item.id];
        if (words && item.allowsNotApplicable !== (words.notApplicable !== undefined))
          report(file, `items.${item.id}.notApplicable`, "goes with allowsNotApplicable in model.yaml, and only with it");
      }
      // By either a table of clients knows its columns.
      for (const name of ["question", "short"] as const) {
        const said = Object.entries(text.items).map(([id, words]) => ({ id, words: words[name] }));
        for (const { id, words } of said)
          if (said.find((one) => one.words === words)?.id !== id) report(file, `items.${id}.${name}`, "stands at another item, too");
      }
    }
    for (const id of itemIds)
      if ((questionnaire.text.de.items[id]?.help === undefined) !== (questionnaire.text.en.items[id]?.help === undefined))
        report(`${folder}/text.en.yaml`, `items.${id}.help`, "help stands in one language only");

    const file = `${folder}/sources.yaml`;
    sameKeys(file, "", Object.keys(questionnaire.sources), itemIds);
    for (const [id, { findings, law }] of Object.entries(questionnaire.sources)) {
      refer(file, `${id}.findings`, "finding", findings);
      refer(file, `${id}.law`, "law", law);
    }
  }

  function checkMapping(track: Track, model: QuestionnaireContent, before: QuestionnaireContent | null): void {
    const file = `content/questionnaires/${track}/${model.modelVersion}/mapping.yaml`;
    const { mapping } = model;
    if (!before && mapping) report(file, "", "there is no version before");
    if (before && !mapping) report(file, "", `is missing: what becomes of answers to ${before.modelVersion}?`);
    if (!before || !mapping) return;
    if (mapping.from !== before.modelVersion) report(file, "from", `must be "${before.modelVersion}", the version before`);
    const [earlier, today] = [idsIn(before), idsIn(model)];
    for (const id of earlier) if (!Object.hasOwn(mapping.items, id)) report(file, "items", `"${id}" is missing`);
    for (const id of Object.keys(mapping.items))
      if (!earlier.includes(id)) report(file, "items", `version ${before.modelVersion} has no "${id}"`);
    const destinations = Object.keys(mapping.items).flatMap((id) => destinationOf(mapping, id)?.to ?? []);
    for (const to of new Set(destinations)) if (!today.includes(to)) report(file, "items", `there is no item "${to}" to carry over to`);
    for (const to of repeated(destinations)) report(file, "items", `two items carry over to "${to}"`);
  }

  /** @param elsewhere where a key that is not expected belongs. */
  function sameKeys(file: string, path: string, actual: string[], expected: string[], elsewhere = "is not in model.yaml"): void {
    for (const key of expected) if (!actual.includes(key)) report(file, path, `"${key}" is missing`);
    for (const key of actual) if (!expected.includes(key)) report(file, path, `"${key}" ${elsewhere}`);
  }

  function checkInitiative(initiative: Initiative): void {
    const file = fileOf("initiatives", initiative.id);
    refer(file, "requires.initiatives", "initiative", initiative.requires.initiatives);
    refer(file, "law", "law", initiative.law);
    refer(file, "funding", "funding", initiative.funding);
    refer(file, "duties", "duty", initiative.duties);
    refer(file, "contacts", "contact", initiative.contacts);
    refer(file, "findings", "finding", initiative.findings);
    referSources(file, "sources", initiative.sources);
    referSources(
      file,
      "references",
      initiative.references.map((reference) => reference.source),
    );

    if (initiative.findings.length + initiative.references.length + initiative.sources.length + initiative.law.length === 0)
      report(file, "sources", "names neither a finding, a law, a reference nor a source");

    checkLiftSteps(initiative);
    const sizes = initiative.tracks.flatMap((track): string[] => [...sizeClasses[track]]);
    sameKeys(file, "costEuro", Object.keys(initiative.costEuro), sizes, "belongs to another track");
    sameKeys(file, "effortPersonDays", Object.keys(initiative.effortPersonDays), sizes, "belongs to another track");
    for (const [size, { once }] of Object.entries(initiative.effortPersonDays))
      if (once[1] <= 0) report(file, `effortPersonDays.${size}`, "no step takes no time");

    for (const item of repeated(initiative.lifts.map((lift) => lift.item))) report(file, "lifts", `"${item}" occurs more than once`);

    for (const track of initiative.tracks) {
      const dimensions = content.questionnaires[track].dimensions;
      for (const { item } of [...initiative.lifts, ...initiative.requires.items, ...(initiative.onlyBelow ?? [])])
        if (!findItem(content.questionnaires[track], item)) report(file, "lifts", `the ${track} questionnaire has no item "${item}"`);
      const home = dimensions.find((dimension) => dimension.id === initiative.dimension);
      if (home && !initiative.lifts.some(({ item }) => home.items.some(({ id }) => id === item)))
        report(file, "dimension", `lifts no item of "${initiative.dimension}"`);
      for (const id of initiative.requires.initiatives) {
        const required = content.initiatives.find((other) => other.id === id);
        if (required && !required.tracks.includes(track)) report(file, "requires.initiatives", `"${id}" is not for track ${track}`);
      }
    }
  }

  /** Each lift rests on a step that can be read beside the anchor, and nothing requires what it lifts itself. */
  function checkLiftSteps({ id, lifts, requires, firstSteps }: Initiative): void {
    const file = fileOf("initiatives", id);
    for (const { item, step } of lifts) if (step > firstSteps.de.length) report(file, `lifts.${item}`, `there is no step ${step}`);
    for (const { item, level } of requires.items)
      if (lifts.some((lift) => lift.item === item && lift.level <= level))
        report(file, `requires.${item}`, "requires what it lifts itself");
  }

  function checkFunding({ id, tracks: ofTracks, applies, sources, contacts, excludes, opensOn, endsOn, status }: Funding): void {
    const file = fileOf("funding", id);
    for (const track of ofTracks) mustAsk(file, track, applies ? [applies] : []);
    referSources(file, "sources", sources);
    refer(file, "contacts", "contact", contacts);
    refer(file, "excludes", "funding", excludes);
    if (status === "opens" && opensOn === null) report(file, "opensOn", "says when it opens");
    if (opensOn !== null && endsOn !== null && opensOn > endsOn) report(file, "endsOn", "ends before it opens");
  }

  function checkDuty({ id, tracks: ofTracks, law, conditions, fulfilledBy }: Duty): void {
    const file = fileOf("duties", id);
    refer(file, "law", "law", law);
    const single = conditions.flatMap((condition): Condition[] => ("anyOf" in condition ? condition.anyOf : [condition]));
    const named = single.flatMap((condition) =>
      "item" in condition
        ? [condition.item]
        : "applies" in condition
          ? [condition.applies]
          : "exists" in condition
            ? [condition.exists]
            : [],
    );
    for (const track of ofTracks) mustAsk(file, track, [...named, ...(fulfilledBy[track] ?? [])]);
  }

  function mustAsk(file: string, track: Track, items: string[]): void {
    for (const item of items)
      if (!findItem(content.questionnaires[track], item)) report(file, "items", `the ${track} questionnaire has no item "${item}"`);
  }

  /** What somebody has told of a fact counts for every duty that names it: all ask the same, and nothing is asked twice. */
  function checkFacts(): void {
    const asked = content.duties.flatMap((duty) => factsOf([duty]).map((one) => ({ ...one, file: fileOf("duties", duty.id) })));
    asked.forEach(({ fact, ask, file }, index) => {
      for (const earlier of asked.slice(0, index))
        if ((earlier.fact === fact) !== (earlier.ask.de === ask.de && earlier.ask.en === ask.en))
          report(
            file,
            `conditions.${fact}`,
            `must ask the same as "${earlier.fact}" in ${earlier.file}, or something else by another name`,
          );
    });
    const told = new Set(asked.map(({ fact }) => fact));
    for (const { id, conditions } of content.duties)
      for (const condition of conditions.flatMap((one) => ("anyOf" in one ? one.anyOf : [one])))
        if ("fact" in condition)
          for (const fact of condition.impliedBy ?? [])
            if (!told.has(fact)) report(fileOf("duties", id), `conditions.${condition.fact}`, `no duty asks about "${fact}"`);
  }

  function checkRequirementCycles(): void {
    const requirements = new Map(content.initiatives.map(({ id, requires }) => [id, requires.initiatives]));
    const reaches = (from: string, target: string, seen = new Set<string>()): boolean =>
      (requirements.get(from) ?? []).some((next) => next === target || (!seen.has(next) && reaches(next, target, seen.add(next))));
    for (const id of requirements.keys())
      if (reaches(id, id)) report(fileOf("initiatives", id), "requires.initiatives", `"${id}" requires itself in the end`);
  }

  function checkCatalogue(track: Track): void {
    const initiatives = content.initiatives.filter((initiative) => initiative.tracks.includes(track));
    for (const dimension of content.questionnaires[track].dimensions) {
      const own = initiatives.filter((initiative) => initiative.dimension === dimension.id);
      if (own.length < 2) report("content/initiatives", dimension.id, `track ${track} needs at least two initiatives`);
      for (const { id } of dimension.items)
        if (!initiatives.some((initiative) => initiative.lifts.some((lift) => lift.item === id)))
          report("content/initiatives", id, `no initiative of track ${track} lifts this item`);
    }
  }

  function checkRegion(region: Region): void {
    const file = fileOf("regions", region.id);
    refer(file, "source", "source", [region.source]);
    for (const cell of region.cells) {
      const path = `cells.${cell.dimension}`;
      const isSame = (other: Cell) => other.dimension === cell.dimension && other.speaksOf === cell.speaksOf;
      if (region.cells.filter(isSame).length > 1) report(file, path, "occurs more than once");
      const findings = [...cell.progress, ...cell.obstacles, ...cell.context];
      refer(file, path, "finding", findings);
      for (const [sides, needed] of [
        ["progress", cell.direction !== "negative"],
        ["obstacles", cell.direction !== "positive"],
      ] as const)
        if (cell[sides].length > 0 !== needed) report(file, path, `"${cell.direction}" ${needed ? "needs" : "has no"} ${sides}`);
      for (const id of findings) {
        const finding = content.findings.find((other) => other.id === id);
        if (finding && finding.source !== region.source) report(file, path, `"${id}" comes from another document than the region's`);
      }
    }
  }
}

const idsIn = (questionnaire: QuestionnaireContent): string[] => itemsOf(questionnaire).map(({ id }) => id);

/** What stands there more than once. */
const repeated = (values: readonly string[]): Set<string> => new Set(values.filter((value, index) => values.indexOf(value) < index));
