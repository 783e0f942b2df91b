import type { EntryContext, ServerBuild } from "@remix-run/node";

/** What a route has for its page. It has no property that could be written out. */
class Closed {
  readonly #content: unknown;

  constructor(content: unknown) {
    this.#content = content;
  }

  static open(value: unknown): unknown {
    return value instanceof Closed ? value.#content : value;
  }
}

/**
 * The routes as they are, except that what they have for their pages goes through Remix closed: it would write all of it out for a
 * browser that runs routes, and ours runs none (docs/decisions/0029). The page opens it, see `openData`.
 */
export function closeData(build: ServerBuild): ServerBuild {
  const closed =
    <Args>(handle: (args: Args) => unknown) =>
    async (args: Args): Promise<unknown> => {
      const result = await handle(args);
      if (result instanceof Response) return result;
      return isWithInit(result) ? { ...result, data: new Closed(result.data) } : new Closed(result);
    };
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route?.module.default) return [id, route];
    const { loader, action } = route.module;
    const module = { ...route.module, ...(loader && { loader: closed(loader) }), ...(action && { action: closed(action) }) };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

/** With status and headers, as `data` of Remix gives it. */
const isWithInit = (result: unknown): result is { type: "DataWithResponseInit"; data: unknown } =>
  typeof result === "object" && result !== null && "type" in result && result.type === "DataWithResponseInit" && "data" in result;

type Handled = EntryContext["staticHandlerContext"];

/** Opens what the routes of a page have for it. */
export function openData(handled: Handled): Pick<Handled, "loaderData" | "actionData"> {
  const opened = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(values).map(([route, value]) => [route, Closed.open(value)]));
  return { loaderData: opened(handled.loaderData), actionData: handled.actionData && opened(handled.actionData) };
}
