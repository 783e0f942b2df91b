import { z } from "zod";
import { auditActors, auditGroups, groupOfKind } from "../../core/mappe/audit";
import { auditNames } from "../mappe/audit-page";
import { mappePath, openedMappe } from "./mappen";
import { auditSchema } from "./mappe-schema";
import { keyedOperation } from "./operation";

export const mappeAuditOperations = [
  keyedOperation(
    "mappen:read",
    {
      ...{ id: "readMappeAudit", subject: "mappen", method: "get", path: "/mappen/{id}/audit", pathParameters: mappePath },
      query: {
        by: z.enum(auditActors).optional(),
        group: z.enum(auditGroups).optional(),
        assessment: z.string().max(64).optional().describe("Only of this assessment."),
        limit: z.coerce.number().int().min(1).max(500).default(100).describe("Entries of a page."),
        page: z.coerce.number().int().min(1).default(1),
      },
      success: { status: 200, json: auditSchema },
    },
    async ({ path, query: { by, group, assessment, limit, page } }, { content }, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const filter = { actor: by ?? null, group: group ?? null, assessment: assessment ?? null };
      const names = await auditNames(own, content);
      const count = await own.audit.count(filter);
      const entries = await own.audit.list(filter, { offset: (page - 1) * limit, limit });
      const personName = (id: string) => names.people.get(id)?.name ?? null;
      return {
        json: {
          count,
          entries: entries.map(({ at, by: actor, what, of, detail }) => {
            const isOfPerson = what.startsWith("person-");
            return {
              ...{ at, what, detail, by: actor.by, group: groupOfKind(what) },
              name: actor.by === "program" ? (names.programs.get(actor.id ?? "") ?? null) : personName(actor.id ?? ""),
              assessment: isOfPerson || of === "" ? null : of,
              organisation: names.organisations.get(of)?.name ?? null,
              person: isOfPerson ? personName(of) : null,
            };
          }),
          next: page * limit < count ? page + 1 : null,
        },
      };
    },
  ),
];
