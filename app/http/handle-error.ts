import { isRouteErrorResponse } from "@remix-run/react";
import type { HandleErrorFunction } from "@remix-run/node";
import { shapeOf } from "./log";

/** Unforeseen errors go to the log, with the shape of the address and no word that anybody typed. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const stack = error instanceof Error ? error.stack : String(error);
  context.log.error({ path: shapeOf(new URL(request.url).pathname), stack }, "request failed");
};
