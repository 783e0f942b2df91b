import type { Plugin } from "vite";
import { dependencies } from "../package.json";

/**
 * Makes the server's build one graph of modules with several ways in: whatever two of them need is a chunk of its own that
 * both import, so that no class and no state exists twice in a process.
 * @param entries name of the file in `build/server` → source.
 */
export function serverEntries(entries: Record<string, string>): Plugin {
  return {
    name: "server-entries",
    enforce: "post",
    config(config, { isSsrBuild }) {
      if (!isSsrBuild) return;
      // Remix names its own server build as the only way in; here that is imported by the app like any other module.
      config.build = {
        ...config.build,
        rollupOptions: {
          ...config.build?.rollupOptions,
          input: entries,
          output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
        },
      };
    },
  };
}

/**
 * Puts these packages, with whatever they alone need, into the server's build. Of hundreds of small files little is used: in a
 * few large ones they load in less than half the time, at every start of the server and of a process beside it.
 */
export function bundledPackages(names: string[]): Plugin {
  const external = Object.keys(dependencies).filter((name) => !names.includes(name));
  return {
    name: "bundled-packages",
    config: (_config, { isSsrBuild }) => (isSsrBuild ? { ssr: { noExternal: true, external } } : undefined),
  };
}

/** How Remix asks for the browser's half of a route. */
const clientRoute = "?__remix-build-client-route";

/**
 * Pages run no route in the browser: they wake islands (`entry.client.tsx`). Remix would emit all routes with all that they
 * need for the browser; nobody would ask for one of those files, so they are left empty and out.
 */
export function noClientRoutes(): Plugin {
  return {
    name: "no-client-routes",
    enforce: "post",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    transform: (_code, id) => (id.endsWith(clientRoute) ? { code: "export {}", map: null } : null),
    generateBundle: {
      // After Vite has written its manifest, in which Remix looks every route up.
      order: "post",
      handler(_options, bundle) {
        for (const [file, chunk] of Object.entries(bundle))
          if (chunk.type === "chunk" && chunk.facadeModuleId?.endsWith(clientRoute)) delete bundle[file];
      },
    },
  };
}
