import { aboutField, commentField } from "../core/assessment/author-text-fields";
import type { Assessment } from "../core/assessment/assessment";
import { factsOf } from "../core/duties/find-duties";
import { modelOf, type Content } from "../core/content";
import { ownValue } from "../core/entry-of";
import { written, type Change, type KeptChange } from "../core/changes/change";
import { choiceField, initiativeOf } from "../core/plan/plan-fields";
import { itemsOf } from "../core/questionnaire/questionnaire";
import { dimensionIds, type DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { momentText } from "./moment";
import { untilText } from "./target";

/** Changes as people read them, by day. */
export type ChangesView = { day: string; entries: { time: string; by: string; text: string }[] }[];

type About = Pick<Assessment, "track" | "depth" | "modelVersion">;
type Names = ReturnType<typeof namesOf>;

/**
 * @param changes the latest first. @param team who is there still: of others no name is known. @param timeZone of the operator.
 */
export function changesView(
  changes: KeptChange[],
  assessment: About,
  team: ReadonlyMap<string, string>,
  content: Content,
  locale: Locale,
  timeZone: string,
): ChangesView {
  const names = namesOf(assessment, content, locale);
  const days: ChangesView = [];
  for (const change of changes) {
    const { day, time } = momentText(change.at, locale, timeZone);
    const person = team.get(change.person ?? "");
    const { actors, byPerson, aboutPerson } = locale.messages.changes;
    const text = changeText(change, names, locale);
    const entry = {
      time,
      by: person !== undefined && change.by === "colleague" ? byPerson(person) : actors[change.by],
      text: person !== undefined && change.what === "person" ? aboutPerson(person, names.person(change.to)) : text,
    };
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** When and by whom something was changed last. */
export function lastChangeText({ at, by }: Pick<Change, "at" | "by">, locale: Locale, timeZone: string): string {
  const { day, time } = momentText(at, locale, timeZone);
  const { changes } = locale.messages;
  return changes.last(day, time, changes.actors[by]);
}

function changeText({ what, of, from, to }: Change, names: Names, { messages }: Locale): string {
  const { kinds, texts } = messages.changes;
  const step = (subject: string, said: (value: string | null) => string) => `${subject}: ${said(from)} → ${said(to)}`;
  const text = (subject: string) => `${subject}: ${from === null ? texts.added : to === null ? texts.removed : texts.changed}`;
  const isText = from === written || to === written;
  switch (what) {
    case "begun":
    case "kept":
    case "plan-taken":
    case "plan-freed":
    case "facts-checked":
    case "full":
      return kinds[what];
    case "round-closed":
    case "round-begun":
      return `${kinds[what]}: ${messages.rounds.name(Number(to))}`;
    case "model":
      return step(kinds.model, (value) => value ?? "");
    case "person":
      return `${kinds.person}: ${names.person(to)}`;
    case "names":
      return `${kinds.names}: ${names.yesOrNo(to)}`;
    case "part":
      return text(`${names.question(of)}, ${kinds.part}`);
    case "workshop":
      return `${of === "" ? kinds.workshop : `${kinds.workshop}, ${names.question(of)}`}: ${names.workshop(to)}`;
    case "agreed":
      return step(`${names.question(of)}, ${kinds.agreed}`, (value) => names.answer(value));
    case "answer":
      return step(names.question(of), (value) => names.answer(value));
    case "reason":
    case "note":
    case "evidence":
      return text(`${names.question(of)}, ${kinds[what]}`);
    case "check":
      return `${names.question(of)}, ${kinds.check}: ${names.checkState(to ?? "")}`;
    case "file":
      return `${names.question(of)}, ${kinds.file} (${names.fileType(to ?? from ?? "")}): ${to === null ? texts.removed : texts.added}`;
    case "profile":
      return isText ? text(names.profileField(of)) : step(names.profileField(of), (value) => names.profileValue(of, value));
    case "weight":
      return step(`${kinds.weight}, ${names.topic(of)}`, (value) => value ?? messages.changes.nothing.weight);
    case "fact":
      return step(`${kinds.fact}, ${names.fact(of)}`, (value) => names.factValue(value));
    case "target":
      return step(`${kinds.target}, ${names.topic(of)}`, (value) => names.target(value));
    case "limit":
      return step(`${kinds.limit}, ${names.limit(of)}`, (value) => names.limitValue(of, value));
    case "step":
      return isText ? text(names.step(of)) : step(names.step(of), (value) => names.stepValue(of, value));
    case "brand":
      return isText ? text(names.brand(of)) : step(names.brand(of), (value) => names.brandValue(of, value));
    case "text":
      return isText ? text(names.text(of)) : step(names.text(of), (value) => names.language(value));
  }
}

/** What things are called and how values are said. What is not known any more keeps its id. */
function namesOf(assessment: About, content: Content, locale: Locale) {
  const { messages, date, count, translate } = locale;
  const { changes, roadmap, names, result, start, writing, rounds, branding } = messages;
  const questionnaire = modelOf(content, assessment);
  const words = questionnaire.text[locale.language];
  const asked = itemsOf(questionnaire);
  const known = (record: Readonly<Record<string, string>>, id: string) => ownValue(record, id) ?? id;
  const topicNames = new Map(questionnaire.dimensions.map(({ id }) => [id as string, words.dimensions[id]?.name ?? id]));
  const topic = (id: string) => topicNames.get(id) ?? id;
  const titles = new Map(content.initiatives.map(({ id, title }) => [id, translate(title)]));
  const partOf = (field: string) => field.slice(field.lastIndexOf(".") + 1);
  const profileFields: Record<string, { name: string; values: Readonly<Record<string, string>> }> = {
    name: { name: changes.name, values: {} },
    depth: { name: start.depth, values: names.depths },
    aiUse: { name: result.aiUse.short, values: result.aiUse.choices },
    land: { name: start.land, values: names.laender },
    sizeClass: { name: assessment.track === "sme" ? start.sizeSme : start.sizeMunicipality, values: names.sizeClasses },
    sector: { name: start.sector, values: names.sectors },
    ownership: { name: start.ownership, values: names.ownerships },
  };
  const limits: Record<string, string> = {
    budgetEuro: roadmap.budget,
    personDaysPerQuarter: roadmap.capacity,
    quarters: roadmap.quarters,
    forceDuties: roadmap.forceDuties,
    cautious: roadmap.cautious,
  };
  const brandFields: Record<string, string> = {
    ...{ name: branding.name, colour: branding.colour, logo: writing.logo, typeface: branding.typeface, footer: branding.footer },
    ...{ contact: branding.contact, template: branding.template, voice: branding.voice },
  };
  const stepParts: Record<string, string> = { status: roadmap.status, owner: roadmap.owner, due: roadmap.due, note: roadmap.note };
  const comments = new Map(dimensionIds.map((id: DimensionId) => [commentField(id), writing.comment(topic(id))]));
  const choicePrefix = choiceField("");
  const initiative = (id: string) => titles.get(id) ?? id;
  const facts = new Map(factsOf(content.duties).map(({ fact, ask }) => [fact, translate(ask)]));

  return {
    topic,
    checkState: (state: string) => known(messages.checking.states, state),
    person: (value: string | null) => known(changes.person, value ?? ""),
    workshop: (value: string | null) => known(changes.workshop, value ?? ""),
    yesOrNo: (value: string | null) => (value === "yes" ? names.yes : names.no),
    fileType: (type: string) => known(messages.evidence.types, type),
    question(id: string): string {
      const number = asked.findIndex((item) => item.id === id) + 1;
      return number === 0 ? changes.unknownQuestion(id) : changes.question(number, words.items[id]?.short ?? id);
    },
    answer(value: string | null): string {
      if (value === null) return changes.nothing.answer;
      if (value === "dk") return changes.dontKnow;
      return value === "na" ? changes.notApplicable : changes.level(value);
    },
    profileField: (field: string) => profileFields[field]?.name ?? field,
    profileValue: (field: string, value: string | null) =>
      value === null ? changes.nothing.other : known(profileFields[field]?.values ?? {}, value),
    fact: (id: string) => names.quoted(facts.get(id) ?? id),
    factValue: (value: string | null) => (value === null ? changes.nothing.answer : value === "true" ? names.yes : names.no),
    target(value: string | null): string {
      const [points = "", by = ""] = (value ?? "").split(" ");
      if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(by)) return value ?? changes.nothing.target;
      return rounds.targets.said(points, untilText(by, locale));
    },
    limit: (field: string) => (field.startsWith(choicePrefix) ? initiative(field.slice(choicePrefix.length)) : known(limits, field)),
    limitValue(field: string, value: string | null): string {
      const choices: Record<string, string> = { pinned: roadmap.choicePinned, excluded: roadmap.choiceExcluded };
      if (field.startsWith(choicePrefix)) return value === null ? changes.nothing.choice : known(choices, value);
      if (value === null) return changes.nothing.other;
      if (field === "forceDuties" || field === "cautious") return value === "true" ? names.yes : names.no;
      if (field === "quarters") return roadmap.quartersOf(Number(value));
      return /^\d+$/.test(value) ? count(Number(value)) : value;
    },
    step: (field: string) => `${initiative(initiativeOf(field))}, ${known(stepParts, partOf(field))}`,
    stepValue(field: string, value: string | null): string {
      if (partOf(field) === "status") return known(roadmap.statuses, value ?? "planned");
      if (value === null) return changes.nothing.other;
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value;
    },
    text(field: string): string {
      const fields: Record<string, string> = {
        ...{ author: writing.author, summary: writing.summary, logo: writing.logo, language: writing.language },
        [aboutField]: changes.about,
      };
      return comments.get(field) ?? known(fields, field);
    },
    brand: (field: string) => `${changes.kinds.brand}, ${known(brandFields, field)}`,
    brandValue(field: string, value: string | null): string {
      if (value === null) return changes.nothing.other;
      if (field === "typeface") return known(branding.typefaces, value);
      return field === "voice" ? known(branding.voices, value) : value;
    },
    language: (value: string | null) => (value === null ? changes.nothing.other : known(messages.download.languages, value)),
  };
}
