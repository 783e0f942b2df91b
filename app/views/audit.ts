import { ownValue } from "../core/entry-of";
import { auditActors, auditGroups, type AuditEntry, type AuditFilter } from "../core/mappe/audit";
import type { MappeRole, Sharing } from "../core/mappe/mappe";
import type { RingRule } from "../core/ring/ring";
import type { Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { momentText } from "./moment";
import { nameOrKind } from "./organisation-name";

/** Whom and what the audit of a Mappe tells of by an id. Whoever is not here any more has no name. */
export type AuditNames = {
  people: ReadonlyMap<string, { name: string; role: MappeRole }>;
  programs: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, { name: string | null; track: Track }>;
};

/** An entry as people read it. `about`: the person or the organisation that it befell; null where it is about the Mappe. */
export type AuditLine = { day: string; time: string; by: string; what: string; about: string | null };

/** @param timeZone of the operator. */
export function auditLine({ at, by, what, of, detail }: AuditEntry, names: AuditNames, locale: Locale, timeZone: string): AuditLine {
  const { messages } = locale;
  const { audit } = messages;
  const about =
    of === "" ? null : what.startsWith("person-") ? (names.people.get(of)?.name ?? messages.audit.somebody) : aboutName(of, names, locale);
  const details: Readonly<Record<string, string>> = { ...detailsOf(locale) };
  const said = detail === null ? undefined : ownValue(details, detail);
  return {
    ...momentText(at, locale, timeZone),
    by: actorName(by, names, locale),
    what: said === undefined ? audit.kinds[what] : `${audit.kinds[what]} (${said})`,
    about,
  };
}

function actorName({ by, id }: AuditEntry["by"], names: AuditNames, locale: Locale): string {
  const { audit } = locale.messages;
  switch (by) {
    case "owner":
      return audit.owner;
    case "assessment":
      return audit.itself;
    case "program":
      return audit.program(names.programs.get(id ?? "") ?? audit.somebody);
    case "person":
      return personName(id ?? "", names, locale);
  }
}

function personName(id: string, { people }: AuditNames, { messages }: Locale): string {
  const person = people.get(id);
  return person ? messages.audit.person(person.name, messages.mappe.roles[person.role]) : messages.audit.somebody;
}

function aboutName(id: string, { organisations }: AuditNames, locale: Locale): string {
  const organisation = organisations.get(id);
  return organisation ? nameOrKind(organisation, locale) : locale.messages.audit.gone(id.slice(0, 6));
}

const detailsOf = ({ messages: { mappe, ring } }: Locale): Record<MappeRole | Sharing | RingRule, string> => ({
  ...mappe.roles,
  ...mappe.sharing,
  ...ring.rules,
});

/** What one can choose from, each with its words. */
export function auditChoices(names: AuditNames, locale: Locale) {
  const { audit } = locale.messages;
  const byLabel = (a: { label: string }, b: { label: string }) => locale.collator.compare(a.label, b.label);
  const people = [...names.people.keys()].map((value) => ({ value, label: personName(value, names, locale) })).sort(byLabel);
  return {
    actors: [
      { value: "owner", label: audit.owner },
      ...people,
      { value: "assessment", label: audit.itself },
      { value: "program", label: audit.anyProgram },
    ],
    groups: auditGroups.map((value) => ({ value, label: audit.groups[value] })),
    organisations: [...names.organisations.keys()].map((value) => ({ value, label: aboutName(value, names, locale) })).sort(byLabel),
  };
}

/** What an address asks for; whom and what it does not know, it does not ask for. */
export function readAuditFilter(search: URLSearchParams, names: AuditNames): AuditFilter {
  const [actor, assessment] = [search.get("actor") ?? "", search.get("assessment") ?? ""];
  return {
    actor: names.people.has(actor) || auditActors.some((known) => known === actor) ? actor : null,
    group: auditGroups.find((group) => group === search.get("group")) ?? null,
    assessment: names.organisations.has(assessment) ? assessment : null,
  };
}
