import js from "@eslint/js";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import tseslint from "typescript-eslint";

/** Who may import whom: a folder of `app/` may import the named others, and nothing imports upward. */
const allowed = {
  core: [],
  i18n: ["core"],
  intake: ["core"],
  content: ["core", "i18n"],
  views: ["core", "i18n", "content", "components/charts"],
  forms: ["core", "i18n", "content", "views", "browser", "components/layout"],
  components: ["core", "i18n", "content", "views", "forms", "browser", "documents/document-options.ts", "documents/sheets/tables/table.ts"],
  documents: ["core", "i18n", "intake", "content", "views", "components/charts"],
  browser: ["core", "i18n", "forms"],
};
const zones = [
  ...Object.entries(allowed).map(([folder, others]) => ({
    target: `./app/${folder}`,
    from: "./app",
    except: [folder, ...others].map((other) => `./${other}`),
    message: `app/${folder} may import only itself${others.map((other) => `, app/${other}`).join("")}.`,
  })),
  {
    target: "./app/core",
    from: "./",
    except: ["./app", "./node_modules", "./tests/support"],
    message: "The core is pure and knows nothing outside itself.",
  },
  { target: "./app/components", from: "./db", message: "Components get props." },
  { target: "./app/documents", from: "./db", message: "Documents are made from a report." },
  { target: "./db", from: "./app", except: ["./core"], message: "Stores know only the core." },
];

export default tseslint.config(
  { ignores: ["build/", "coverage/", "data/"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  jsxA11y.flatConfigs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { zones }],
      "@typescript-eslint/consistent-type-imports": "error",
      // Remix ends a request by throwing a Response.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Regions that scroll must be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region", "group", "alert"], tags: ["main"] }],
    },
  },
  {
    files: ["app/core/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(?!\\.{1,2}/|zod(/|$)|highs$)", message: "Not a listed pure library." }] },
      ],
      "no-restricted-globals": ["error", "process", "fetch", "performance", "setTimeout", "console"],
      "no-restricted-properties": ["error", { object: "Math", property: "random" }, { object: "Date", property: "now" }],
    },
  },
  {
    // JSON that a test has just written itself needs no schema.
    files: ["**/*.test.ts", "tests/**/*.ts"],
    rules: {
      ...Object.fromEntries(
        ["argument", "assignment", "call", "member-access", "return"].map((rule) => [`@typescript-eslint/no-unsafe-${rule}`, "off"]),
      ),
      // A fixture's "use" is no React hook.
      "react-hooks/rules-of-hooks": "off",
    },
  },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
  { files: ["tools/*.js"], languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } } },
);
