import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { send, SentForm } from "./fetched";
import { routeMatcher } from "./route-handlers";

/**
 * Serves forms that are sent to a route without a page, as the browser sends each change, without Remix, which would make each request
 * anew three times and put a stream before and behind it. The route is the same, and so is whatever it refuses (docs/decisions/0104).
 */
export function serveForms(
  build: ServerBuild,
  loadContext: (request: Incoming, response: Outgoing) => Promise<AppLoadContext>,
): RequestHandler {
  const find = routeMatcher(build);
  return (incoming, outgoing, next) => {
    const found = find(incoming.path);
    const action = found?.route.module.action;
    if (!found || !action || found.route.module.default) return next();
    const request = new SentForm(incoming);
    const answer = async () => {
      const args = { request, params: found.params, context: await loadContext(incoming, outgoing) };
      const result = await answerOf(
        () => action(args),
        (error) => build.entry.module.handleError?.(error, args),
      );
      return send(result, outgoing);
    };
    answer().catch(next);
  };
}

async function answerOf(act: () => unknown, failed: (error: unknown) => void): Promise<Response> {
  try {
    const result = await act();
    if (!(result instanceof Response)) throw new Error("A route without a page has given no answer.");
    return result;
  } catch (error) {
    if (error instanceof Response) return error;
    failed(error);
    return new Response("Unexpected Server Error", { status: 500, headers: { "Content-Type": "text/plain" } });
  }
}
