import { index, prefix, route, type RouteConfig, type RouteConfigEntry } from "@remix-run/route-config";
import type { PageName } from "./http/permissions";

/** Every page, once for each language: German at the root, English under /en. Ids keep the two apart. */
function pages(language: "de" | "en"): RouteConfigEntry[] {
  const idOf = (name: PageName) => `${language}/${name}`;
  const page = (path: string, name: PageName) => route(path, `routes/${name}.tsx`, { id: idOf(name) });
  /** What is no page of its own. */
  const part = (path: string, name: PageName, file: string) => route(path, `routes/${file}.ts`, { id: idOf(name) });
  return [
    index("routes/home.tsx", { id: idOf("home") }),
    page("start", "start"),
    part("start/:track/check", "start-check", "start.check"),
    page("load", "load"),
    page("open/:key", "open"),
    page("reminder/:key", "reminder.confirm"),
    page("deleted", "deleted"),
    page("device/forget", "device.forget"),
    page("assessments/:id", "assessment"),
    page("assessments/:id/profile", "assessment.profile"),
    page("assessments/:id/delete", "assessment.delete"),
    page("assessments/:id/check", "assessment.check"),
    page("assessments/:id/report", "assessment.report"),
    page("assessments/:id/report/topics", "assessment.report.topics"),
    page("assessments/:id/report/topics/:dimension", "assessment.report.topic"),
    page("assessments/:id/report/duties", "assessment.report.duties"),
    page("assessments/:id/report/initiatives", "assessment.report.initiatives"),
    page("assessments/:id/report/initiatives/:initiative", "assessment.report.initiative"),
    page("assessments/:id/report/funding", "assessment.report.funding"),
    page("assessments/:id/report/comparison", "assessment.report.comparison"),
    page("assessments/:id/report/certainty", "assessment.report.certainty"),
    page("assessments/:id/report/history", "assessment.report.history"),
    page("assessments/:id/report/documents", "assessment.report.documents"),
    part("assessments/:id/certainty", "certainty", "assessment.certainty"),
    page("assessments/:id/peers", "assessment.statistics"),
    page("assessments/:id/plan", "assessment.plan"),
    part("assessments/:id/plan.ics", "plan-calendar", "assessment.plan-calendar"),
    part("assessments/:id/plan.csv", "plan-table", "assessment.plan-table"),
    ...(["roadmap", "roadmap.ics", "roadmap.csv"] as const).map((name) => part(`assessments/:id/${name}`, name, "assessment.roadmap")),
    page("assessments/:id/what-if", "assessment.what-if"),
    page("assessments/:id/words", "assessment.words"),
    page("assessments/:id/brand", "assessment.brand"),
    page("assessments/:id/rounds", "assessment.rounds"),
    page("assessments/:id/rounds/confirm/:dimension", "assessment.confirm"),
    part("assessments/:id/reminder.ics", "reminder", "assessment.reminder"),
    page("assessments/:id/targets", "assessment.targets"),
    page("assessments/:id/weights", "assessment.weights"),
    page("assessments/:id/mappen", "assessment.mappen"),
    page("assessments/:id/ring/:mappe", "assessment.ring"),
    page("assessments/:id/changes", "assessment.changes"),
    page("assessments/:id/evidence/:item", "assessment.evidence"),
    page("assessments/:id/checking", "assessment.checking"),
    page("assessments/:id/team", "assessment.team"),
    page("assessments/:id/team/answers", "assessment.answers"),
    page("assessments/:id/team/people/:person", "assessment.person"),
    part("assessments/:id/team/people/:person/data", "person-data", "assessment.person-data"),
    page("assessments/:id/team/workshop", "assessment.workshop"),
    page("answer/:key", "answer"),
    page("w/:code", "join"),
    page("workshops/:workshop", "workshop"),
    part("workshops/:workshop/events", "workshop-events", "workshop.events"),
    page("participants/:participant", "participant"),
    part("participants/:participant/events", "participant-events", "participant.events"),
    part("participants/:participant/data", "participant-data", "participant.data"),
    page("parts/:person", "part"),
    page("parts/:person/:dimension", "part.dimension"),
    part("parts/:person/data", "part-data", "part.data"),
    part("parts/:person/save/answers", "part-save", "part.save"),
    part("assessments/:id/save/:form", "save", "assessment.save"),
    page("assessments/:id/:dimension", "assessment.dimension"),
    page("mappen", "mappen"),
    page("mappen/:id", "mappe"),
    page("mappen/:id/members", "mappe.members"),
    page("mappen/:id/members/:assessment", "mappe.hand-over"),
    page("mappen/:id/compare", "mappe.compare"),
    page("mappen/:id/gaps", "mappe.gaps"),
    page("mappen/:id/add", "mappe.add"),
    page("mappen/:id/links", "mappe.links"),
    part("mappen/:id/links.csv", "mappe.links-table", "mappe.links-table"),
    page("mappen/:id/documents", "mappe.documents"),
    page("mappen/:id/ring", "mappe.ring"),
    page("mappen/:id/settings", "mappe.settings"),
    page("mappen/:id/delete", "mappe.delete"),
    page("regions", "regions"),
    page("regions/coding-rules", "coding-rules"),
    page("regions/:region", "region"),
    page("initiatives", "initiatives"),
    page("initiatives/:initiative", "initiative"),
    page("funding", "funding"),
    page("law", "law"),
    page("method", "method"),
    page("method/:track", "method.questionnaire"),
    page("sources", "sources"),
    page("glossary", "glossary"),
    page("api", "api"),
    page("imprint", "imprint"),
    page("privacy", "privacy"),
    page("accessibility", "accessibility"),
    page("*", "not-found"),
  ];
}

/** Addresses for programs, the same in every language. */
const file = (path: string, module: string, name: PageName) => route(path, `routes/${module}.ts`, { id: `files/${name}` });
const files: RouteConfigEntry[] = [
  file("assessments/:id/ki-pegel.json", "assessment.save-file", "save-file"),
  file("assessments/:id/document", "assessment.document", "document"),
  file("assessments/:id/report.json", "assessment.report-file", "report-file"),
  file("mappen/:id/documents.zip", "mappe.documents-file", "mappe.documents-file"),
  file("mappen/:id/report", "mappe.report-file", "mappe.report-file"),
  file("assessments/:id/files/:file", "assessment.evidence-file", "evidence-file"),
];

/** Components in all their states, for people who develop and for the tests; nowhere else. */
const examples = ["", "en/"].map((language) =>
  route(`${language}dev/examples/:group?`, "routes/dev.examples.tsx", { id: `examples/${language}` }),
);

export default [...files, ...examples, ...pages("de"), ...prefix("en", pages("en"))] satisfies RouteConfig;
