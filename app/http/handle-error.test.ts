import type { AppLoadContext } from "@remix-run/node";
import { expect, it, vi } from "vitest";
import { handleError } from "./handle-error";
import { openLog } from "./log";

const id = "Xy0-_456789012345678ab";

function logged(error: unknown, signal?: AbortSignal) {
  const log = openLog("silent");
  const spy = vi.spyOn(log, "error");
  const request = new Request(`http://localhost/assessments/${id}/report?region=Mustermann`, { signal });
  handleError(error, { request, params: { id }, context: { log } as unknown as AppLoadContext });
  return spy.mock.calls.map(([entry]): unknown => entry);
}

it("logs what nobody foresaw, with the shape of the address", () => {
  const error = new Error("broken");
  expect(logged(error)).toEqual([{ path: "/assessments/:id/report", stack: error.stack }]);
  expect(logged("a word")).toEqual([{ path: "/assessments/:id/report", stack: "a word" }]);
});

it("logs no refusal, and nothing of a request that the visitor has given up", () => {
  expect(logged({ status: 404, statusText: "", internal: false, data: "no-access" })).toEqual([]);
  expect(logged(new Error("broken"), AbortSignal.abort())).toEqual([]);
});
