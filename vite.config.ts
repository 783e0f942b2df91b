/// <reference types="vitest/config" />
import { basename } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { bundledPackages, noClientRoutes, serverEntries } from "./tools/vite-plugins";

const testing = process.env.VITEST !== undefined;

/** React reads it when it is loaded: tests of the built application meet the React that visitors meet. */
const asDelivered = { NODE_ENV: "production" } as const;

export default defineConfig({
  plugins: testing
    ? []
    : [
        remix(remixConfig),
        noClientRoutes(),
        bundledPackages(["recharts", "zod"]),
        serverEntries({
          "ki-pegel": "app/commands/ki-pegel.ts",
          app: "app/http/app.ts",
          worker: "app/jobs/worker.ts",
          authored: "app/content/authored.ts",
        }),
      ],
  // What tests run from the source goes with either React.
  esbuild: { jsxDev: false },
  experimental: {
    // Scripts and style sheets find each other beside themselves, wherever the application is reached (PUBLIC_URL).
    renderBuiltUrl: (file, { hostType, ssr }) => (hostType === "css" ? `./${basename(file)}` : ssr ? undefined : { relative: true }),
  },
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  css: {
    preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } },
    postcss: {
      plugins: [
        {
          postcssPlugin: "only-used-colours",
          // Of KERN's 500 properties a page uses a few dozen; those that no rule and no other property names stay here.
          OnceExit(root) {
            for (let removed = true; removed;) {
              removed = false;
              const used = new Set<string>();
              root.walkDecls(({ value }) => [...value.matchAll(/var\((--[\w-]+)/g)].forEach(([, name = ""]) => used.add(name)));
              root.walkDecls(/^--kern-/, (declaration) => {
                if (used.has(declaration.prop)) return;
                declaration.remove();
                removed = true;
              });
            }
          },
        },
      ],
    },
  },
  test: {
    // One more than a small machine has cores, since one waits for a browser, a job or a server at any time; each warms up by itself.
    maxWorkers: 3,
    // No file leaves anything behind that another would see, and loading everything anew for each takes a minute.
    isolate: false,
    // A module that several projects read is compiled once for all of them, and not again in the next run.
    experimental: { fsModuleCache: true },
    setupFiles: ["./tests/support/deterministic.ts"],
    reporters: ["default", "./tests/support/closing-line.ts"],
    projects: [
      { extends: true, test: { name: "unit", include: ["app/**/*.test.{ts,tsx}"], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "tests",
          include: ["tests/**/*.test.ts"],
          // On the database that several processes share.
          exclude: ["tests/operations/behind-nginx.test.ts"],
          globalSetup: "tests/support/build.ts",
          env: asDelivered,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      ...(process.env.WITHOUT_POSTGRES
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: "postgres",
                include: [
                  "tests/stores/**/*.test.ts",
                  "tests/http/**/*.test.ts",
                  "tests/hostile/{authorisation,mappen}.test.ts",
                  "tests/operations/{backup,behind-nginx,status}.test.ts",
                ],
                globalSetup: ["tests/support/build.ts", "tests/support/start-postgres.ts"],
                env: { ...asDelivered, TEST_ENGINE: "postgres" },
                testTimeout: 180_000,
                hookTimeout: 120_000,
              },
            },
          ]),
    ],
    coverage: { include: ["app/core/**"], reporter: ["text"] },
  },
});
