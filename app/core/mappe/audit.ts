import { z } from "zod";
import type { MappeRole } from "./mappe";

/** Kinds of what people look for in the audit of a Mappe. */
export const auditGroups = ["seen", "exported", "changed", "removed"] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** What can befall a Mappe and the assessments in it. `of` names a person where it begins with `person-`, else an assessment, or nothing. */
const groupOf = {
  ...({ overview: "seen", members: "seen", gaps: "seen", comparison: "seen", ring: "seen", "hand-over": "seen" } as const),
  ...({ links: "seen", settings: "seen", people: "seen", audit: "seen", webhooks: "seen", assessment: "seen" } as const),
  ...({ "assessment-file": "exported", documents: "exported", "members-report": "exported" } as const),
  ...({ "links-table": "exported", "audit-table": "exported" } as const),
  ...({ created: "changed", renamed: "changed", branded: "changed", "owner-renewed": "changed" } as const),
  ...({ "person-invited": "changed", "person-renewed": "changed", "person-removed": "removed" } as const),
  ...({
    added: "changed",
    made: "changed",
    consented: "changed",
    shared: "changed",
    "client-key": "changed",
    "assessment-changed": "changed",
  } as const),
  ...({ "taken-out": "removed", left: "removed", "assessment-deleted": "removed" } as const),
  ...({ "ring-rule": "changed", "ring-invited": "changed", "ring-joined": "changed", "ring-left": "removed" } as const),
  ...({ "ring-rule-proposed": "changed", "ring-rule-kept": "removed", "ring-rule-changed": "changed" } as const),
  ...({ "ring-rule-agreed": "changed", "ring-rule-withdrawn": "removed" } as const),
  ...({ "open-data-offered": "changed", "open-data-stopped": "removed" } as const),
  ...({ "open-data-agreed": "changed", "open-data-withdrawn": "removed" } as const),
  ...({ "webhook-added": "changed", "webhook-removed": "removed" } as const),
} satisfies Record<string, AuditGroup>;

export type AuditKind = keyof typeof groupOf;
export const auditKinds = Object.keys(groupOf) as [AuditKind, ...AuditKind[]];
export const groupOfKind = (kind: AuditKind): AuditGroup => groupOf[kind];
export const kindsIn = (group: AuditGroup): AuditKind[] => auditKinds.filter((kind) => groupOf[kind] === group);

/**
 * Who it was, as far as that is known: whoever has the owner's link, somebody with a link of their own, a program over the API, or
 * whoever holds the link for editing of an assessment in it.
 */
export const auditActors = ["owner", "person", "program", "assessment"] as const;
/** `id`: of the person, or of the API key; null for whoever has none here. */
export type AuditActor = { by: (typeof auditActors)[number]; id: string | null };

/** When something is done, and by whom. */
export type Act = { now: Date; by: AuditActor };
export const byOwner: AuditActor = { by: "owner", id: null };
export const byAssessment: AuditActor = { by: "assessment", id: null };

/** One thing that has happened. `detail`: the role or what is shared, where it is about that. */
export type Deed = { what: AuditKind; of: string; detail: string | null };

export const auditEntrySchema = z.object({
  at: z.iso.datetime(),
  by: z.enum(auditActors),
  by_id: z.string().nullable(),
  what: z.enum(auditKinds),
  of: z.string(),
  detail: z.string().nullable(),
});

/** An entry with when (ISO 8601, UTC) and by whom. */
export type AuditEntry = Deed & { at: string; by: AuditActor };

/** What of the audit is asked for; null: all. `actor`: one of `auditActors`, or the id of a person. */
export type AuditFilter = { actor: string | null; group: AuditGroup | null; assessment: string | null };
export const wholeAudit: AuditFilter = { actor: null, group: null, assessment: null };

/**
 * What the audit says of a request that opens a Mappe, by the role of whoever does, or an assessment through one; null: nothing,
 * because nothing of anybody is shown.
 */
export type AuditedAs = { mappe: Readonly<Record<MappeRole, AuditKind | null>>; assessment: AuditKind | null };

export const toAll = (kind: AuditKind | null): AuditedAs["mappe"] => ({ owner: kind, editor: kind, viewer: kind });
export const auditedAsNothing: AuditedAs = { mappe: toAll(null), assessment: null };

/** The hour in which something is seen: whoever looks again within it is told of once. */
export const hourOf = (now: Date): string => now.toISOString().slice(0, 13);
