import { index, prefix, route, type RouteConfig, type RouteConfigEntry } from "@remix-run/route-config";

/** Every page, once for each language: German at the root, English under /en. Ids keep the two apart. */
function pages(language: "de" | "en"): RouteConfigEntry[] {
  const page = (path: string, name: string) => route(path, `routes/${name}.tsx`, { id: `${language}/${name}` });
  return [
    index("routes/home.tsx", { id: `${language}/home` }),
    page("start", "start"),
    route("start/:track/check", "routes/start.check.ts", { id: `${language}/start-check` }),
    page("load", "load"),
    page("open/:key", "open"),
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
    route("assessments/:id/certainty", "routes/assessment.certainty.ts", { id: `${language}/certainty` }),
    page("assessments/:id/peers", "assessment.statistics"),
    page("assessments/:id/plan", "assessment.plan"),
    route("assessments/:id/plan.ics", "routes/assessment.plan-calendar.ts", { id: `${language}/plan-calendar` }),
    route("assessments/:id/plan.csv", "routes/assessment.plan-table.ts", { id: `${language}/plan-table` }),
    ...["", ".ics", ".csv"].map((end) =>
      route(`assessments/:id/roadmap${end}`, "routes/assessment.roadmap.ts", { id: `${language}/roadmap${end}` }),
    ),
    page("assessments/:id/what-if", "assessment.what-if"),
    page("assessments/:id/words", "assessment.words"),
    page("assessments/:id/rounds", "assessment.rounds"),
    page("assessments/:id/rounds/confirm/:dimension", "assessment.confirm"),
    route("assessments/:id/reminder.ics", "routes/assessment.reminder.ts", { id: `${language}/reminder` }),
    page("assessments/:id/targets", "assessment.targets"),
    page("assessments/:id/mappen", "assessment.mappen"),
    route("assessments/:id/save/:form", "routes/assessment.save.ts", { id: `${language}/save` }),
    page("assessments/:id/:dimension", "assessment.dimension"),
    page("mappen", "mappen"),
    page("mappen/:id", "mappe"),
    page("mappen/:id/members", "mappe.members"),
    page("mappen/:id/members/:assessment", "mappe.hand-over"),
    page("mappen/:id/compare", "mappe.compare"),
    page("mappen/:id/gaps", "mappe.gaps"),
    page("mappen/:id/add", "mappe.add"),
    page("mappen/:id/links", "mappe.links"),
    route("mappen/:id/links.csv", "routes/mappe.links-table.ts", { id: `${language}/mappe-links-table` }),
    page("mappen/:id/documents", "mappe.documents"),
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
const files: RouteConfigEntry[] = [
  route("assessments/:id/ki-pegel.json", "routes/assessment.save-file.ts"),
  route("assessments/:id/document", "routes/assessment.document.ts"),
  route("mappen/:id/documents.zip", "routes/mappe.documents-file.ts"),
  route("assessments/:id/report.json", "routes/assessment.report-file.ts"),
];

/** Components in all their states, for people who develop and for the tests; nowhere else. */
const examples = ["", "en/"].map((language) =>
  route(`${language}dev/examples/:group?`, "routes/dev.examples.tsx", { id: `examples/${language}` }),
);

export default [...files, ...examples, ...pages("de"), ...prefix("en", pages("en"))] satisfies RouteConfig;
