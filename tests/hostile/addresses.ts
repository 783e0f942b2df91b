import { checksumOf } from "../../db/evidence-files";
import { accountPermissions, mappePermissions, pageNameOf, pagePermissions, type PageName } from "../../app/http/access/permissions";
import routes from "../../app/routes";
import { engine } from "../support/engine";
import { isThorough } from "./runs";

/** Everything that `app/routes.ts` leads to, as it stands there: `/en/assessments/:id/:dimension`. */
export const routePaths: string[] = [...new Set(routes.map(({ path = "" }) => `/${path}`))];

const pageAt = (route: string) => pageNameOf(routes.find(({ path = "" }) => `/${path}` === route)?.id ?? "");

/** What each role may at a route, from the one table of permissions. */
export const rightsAt = (route: string) => pagePermissions[pageAt(route) as PageName].rights;
/** The same for the people of a Mappe. */
export const mappeRightsAt = (route: string) => mappePermissions[pageAt(route) as keyof typeof mappePermissions];
/** Every page about accounts, with who gets at it. */
export const accountRoutes = routePaths.flatMap((route) => {
  const name = pageAt(route);
  return name in accountPermissions ? [{ route, ...accountPermissions[name as keyof typeof accountPermissions] }] : [];
});

/** A file that every tenant has added as evidence, so that its checksum names one in each assessment. */
export const everybodysFile = "%PDF-1.7\n%%EOF\n";

/** Values for the parts of an address that vary, of which the first leads somewhere. `:id` and `:key` are somebody's. */
export const goodParts: Record<string, [string, ...string[]]> = {
  ":dimension": ["strategy", "funding", "questions"],
  ":region": ["bochum-ruhr"],
  ":initiative": ["sme-ai-list"],
  ":track": ["sme", "municipality"],
  ":form": ["answers", "profile", "plan", "author-text", "targets"],
  ":item": ["strategy-goals"],
  ":file": [checksumOf(Buffer.from(everybodysFile))],
  ":group?": ["charts"],
  ":mappe": ["nowhere"],
  ":dataset": ["nowhere"],
  ":batch": ["nowhere"],
  ":code": ["bcdf-ghjk"],
  "*": ["nowhere"],
};

/** The address of a route with its parts filled in. @param values by part, `:id` and `:key` among them. */
export function addressOf(route: string, values: Record<string, string>): string {
  return route.replace(/:\w+\??|\*/g, (part) => values[part] ?? goodParts[part]?.[0] ?? part);
}

/** In both languages the same code answers: each engine is tried in one of them, and in both where a run is thorough. */
export const pathsTried = routePaths.filter((path) => isThorough || path.startsWith("/en/") === (engine === "PostgreSQL"));
/** Every page and file of an assessment, from `app/routes.ts`. */
export const ofAssessments = pathsTried.filter((path) => path.includes("/assessments/:id"));
/** Old addresses, and steps that a report does not advise, lead on to where the same is now. */
const leadsOn = /roadmap|\/certainty$|\/:initiative$/;
/** @returns the statuses with which whoever may see a route gets it. */
export const shown = (route: string) => (/\/report\/certainty$/.test(route) || !leadsOn.test(route) ? [200] : [200, 301, 302, 308]);
/** Everything that any form of the product understands, at once. */
export const everyIntent = {
  ...{ intent: "renew-edit-link", "strategy-goals.choice": "0", "strategy-goals.seen": "", name: "Geändert", sizeClass: "employees-1-9" },
  ...{ number: "1", date: "2026-01-01", unchanged: "strategy-goals", "strategy.value": "60", "strategy.by": "2030-12-31" },
  ...{ summary: "Geändert", author: "Geändert", budgetEuro: "1", clear: "strategy-goals", depth: "quick" },
};
