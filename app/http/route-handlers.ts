import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];
type Route = NonNullable<Routes[string]>;
/** The groups of its shape are named after its parameters. */
type Leaf = { route: Route; shape: RegExp; score: number };

/** As Remix ranks: what stands there as it is goes before a parameter, that before whatever else, and longer before shorter. */
const scores = { asItIs: 10, index: 2, parameter: 3, rest: -2 };

/**
 * A handler for each route, made when it is first asked for. Remix ranks all routes anew with each request, three times over;
 * of one route there is nothing to rank.
 * @param create a handler of a build.
 * @returns the handler for a path: of the one route that it leads to, or of all where that is not plain to see.
 */
export function handlerByRoute<Handler>(build: ServerBuild, create: (build: ServerBuild) => Handler): (path: string) => Handler {
  const whole = create(build);
  const find = routeMatcher(build);
  const made = new Map<string, Handler>();
  return (path) => {
    const id = find(path)?.route.id;
    if (id === undefined) return whole;
    const handler = made.get(id) ?? create(onlyRoute(build, id));
    made.set(id, handler);
    return handler;
  };
}

/** @returns the route that a path leads to, with what stands there for its parameters; null where that is not plain to see. */
export function routeMatcher({ routes }: Pick<ServerBuild, "routes">) {
  const leaves = leavesOf(routes);
  return (path: string): { route: Route; params: Record<string, string | undefined> } | null => {
    // What is written in a strange way is left to Remix.
    const leaf = /%|\/\//.test(path) ? undefined : leaves.find(({ shape }) => shape.test(path));
    return leaf ? { route: leaf.route, params: { ...leaf.shape.exec(path)?.groups } } : null;
  };
}

/** @returns which route Remix takes for a path, however it is written: its id, or null for one that cannot be read. */
export function routeFinder({ routes }: Pick<ServerBuild, "routes">): (path: string) => string | null {
  const leaves = leavesOf(routes);
  return (path) => {
    const decoded = decodedAsRemix(path);
    return decoded === null ? null : (leaves.find(({ shape }) => shape.test(decoded))?.route.id ?? null);
  };
}

/** Each part by itself, so that no sign in it ends it. */
function decodedAsRemix(path: string): string | null {
  try {
    return path
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("/", "%2F"))
      .join("/");
  } catch {
    return null;
  }
}

function leavesOf(routes: Routes): Leaf[] {
  const leaves = Object.values(routes).flatMap((route): Leaf[] => {
    if (!route || route.parentId === undefined) return [];
    // Only routes directly below the root are plain to see.
    if (route.parentId !== "root") throw new Error(`The route ${route.id} does not stand below the root.`);
    const segments = (route.path ?? "").split("/").filter(Boolean);
    const kinds = segments.map((segment) => (segment === "*" ? "rest" : segment.startsWith(":") ? "parameter" : "asItIs"));
    const score = [...kinds, ...(route.index ? ["index" as const] : [])].reduce((sum, kind) => sum + scores[kind], segments.length);
    return [{ route, shape: shapeOf(segments), score }];
  });
  return leaves.sort((a, b) => b.score - a.score);
}

function shapeOf(segments: string[]): RegExp {
  const parts = segments.map((segment) => {
    if (segment === "*") return "(/.*)?";
    const name = /^:([^?]+)/.exec(segment)?.[1];
    if (name !== undefined) return segment.endsWith("?") ? `(/(?<${name}>[^/]+))?` : `/(?<${name}>[^/]+)`;
    return `/${segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
  });
  return new RegExp(`^${parts.join("")}/*$`, "i");
}

function onlyRoute(build: ServerBuild, id: string): ServerBuild {
  const only = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => name === "root" || name === id));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}
