import type { ServerBuild } from "@remix-run/node";
import { storageFaultOf } from "../../db/explain-fault";
import type { Notice } from "./log";
import { refusal } from "./request";

/**
 * The routes as they are, except that a fault of the database is told as what it is: nothing can be kept right now, and what was
 * kept before stays. No route has to think of it.
 */
export function tellStorageFaults(build: ServerBuild, notice: Notice): ServerBuild {
  const told =
    <Args extends { request: Request }, Result>(handle: (args: Args) => Result) =>
    async (args: Args): Promise<Awaited<Result>> => {
      try {
        return await handle(args);
      } catch (error) {
        const reason = storageFaultOf(error);
        if (reason === null) throw error;
        notice("storage", new URL(args.request.url).pathname, reason);
        throw refusal("no-storage");
      }
    };
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    return [
      id,
      { ...route, module: { ...route.module, ...(loader && { loader: told(loader) }), ...(action && { action: told(action) }) } },
    ];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}
