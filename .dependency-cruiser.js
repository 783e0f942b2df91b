/**
 * The layout of the application as rules: who may import whom. Imports run downward only, and nothing imports in a circle, types
 * included. `npm run check` applies them; the linter does not know of them, because it passes over imports of types.
 *
 * Rooms from the top to the bottom; a room may import those named with it, and itself.
 */
const rooms = {
  core: [],
  i18n: ["core"],
  content: ["core", "i18n"],
  intake: ["core"],
  views: ["core", "i18n", "content"],
  "components/charts": ["core", "i18n", "views"],
  browser: ["core", "i18n", "forms"],
  forms: ["core", "i18n", "content", "views", "browser", "components/layout"],
  // A menu of downloads offers what documents there are.
  components: [
    "core",
    "i18n",
    "content",
    "views",
    "browser",
    "forms",
    "documents/document-options",
    "documents/papers/paper",
    "documents/sheets/tables/table",
  ],
  documents: ["core", "i18n", "intake", "content", "views", "components/charts"],
  jobs: ["core", "i18n", "content", "intake", "views", "documents"],
  http: ["core", "i18n", "content", "intake", "views", "documents", "jobs", "forms", "components"],
  commands: ["core", "i18n", "content", "intake", "views", "documents", "jobs", "http"],
};

/** Tests stand beside the code and may use whatever helps them. */
const tests = "\\.test\\.tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: { pathNot: tests }, to: { circular: true } },
    ...Object.entries(rooms).map(([room, below]) => ({
      name: `app/${room}`,
      comment: `app/${room} may import only itself${below.map((other) => `, app/${other}`).join("")}.`,
      severity: "error",
      from: { path: `^app/${room}/`, pathNot: tests },
      to: { path: "^app/", pathNot: [room, ...below].map((other) => `^app/${other}[/.]`) },
    })),
    {
      name: "db",
      comment: "Repositories know only the core.",
      severity: "error",
      from: { path: "^db/", pathNot: tests },
      to: { path: "^app/", pathNot: "^app/core/" },
    },
    {
      name: "who-asks-the-database",
      comment: "Components, documents and views are given what they show; routes ask through the access of their visitor.",
      severity: "error",
      from: { path: "^app/", pathNot: [tests, "^app/(http|commands|jobs)/"] },
      to: { path: "^db/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "core-is-pure",
      comment: "The core knows nothing outside itself but zod and the solver.",
      severity: "error",
      from: { path: "^app/core/", pathNot: tests },
      to: { pathNot: ["^app/core/", "^node_modules/(zod|highs)/"] },
    },
    {
      name: "tests-are-not-delivered",
      severity: "error",
      from: { path: "^(app|db|seeds)/", pathNot: tests },
      to: { path: "^tests/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|coverage)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
