import { expect } from "vitest";
import { apiOperations } from "../../app/http/api/operations";
import { problemsOf } from "../../app/http/api/openapi";
import type { Operation } from "../../app/http/api/operation";
import { problemSchema, problemStatus } from "../../app/http/api/problem";
import { hashOf, newApiKey } from "../../app/http/access/keys";
import { apiScopes, type ApiScope } from "../../db/api-keys";
import type { App } from "../support/app";

/** `body` is JSON that the schema of its operation has let pass. */
export type ApiResponse = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> };
type Wish = { headers?: Record<string, string>; body?: unknown; raw?: BodyInit };
export type Program = ReturnType<typeof newProgram>;

/** A new key as the operator makes it. */
export async function grantKey({ services }: App, scopes: readonly ApiScope[] = apiScopes, expiresOn: string | null = null) {
  const key = newApiKey();
  const id = await services.stores.apiKeys.create({ name: "Test", scopes: [...scopes], expiresOn }, hashOf(key), new Date());
  return { key, id };
}

/** A program that calls the API. Whatever it gets back must be what the operation declares, or the test fails. */
export function newProgram(url: string, key: string | null = null) {
  async function call(method: string, path: string, { headers = {}, body, raw }: Wish = {}): Promise<ApiResponse> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      redirect: "manual",
      ...(sent !== undefined && { body: sent }),
      headers: {
        "Accept-Encoding": "identity",
        ...(key && { Authorization: `Bearer ${key}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
    });
    const type = response.headers.get("content-type") ?? "";
    const text = await response.text();
    const result = { status: response.status, headers: response.headers, body: /json/.test(type) && text ? JSON.parse(text) : text };
    expectDeclared(method, path, result);
    return result;
  }
  return {
    call,
    get: (path: string, headers: Record<string, string> = {}) => call("GET", path, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) => call("POST", path, { body, headers }),
    patch: (path: string, body: unknown, headers: Record<string, string> = {}) => call("PATCH", path, { body, headers }),
    delete: (path: string, headers: Record<string, string> = {}) => call("DELETE", path, { headers }),
  };
}

function expectDeclared(method: string, path: string, { status, headers, body }: ApiResponse): void {
  const operation = operationAt(method, path);
  const where = `${method} ${path} ${status}`;
  expect(headers.has("access-control-allow-origin"), where).toBe(false);
  expect(headers.getSetCookie(), where).toEqual([]);
  if (status >= 400) {
    if (method === "HEAD") return;
    const problem = problemSchema.parse(body);
    expect(headers.get("content-type"), where).toMatch(/^application\/problem\+json/);
    expect(headers.get("cache-control"), where).toBe("no-store");
    expect(problem.status, where).toBe(status);
    const code = kindOf({ body });
    expect(problemStatus, where).toHaveProperty(code, status);
    if (operation) expect(problemsOf(operation), where).toContain(code);
  } else if (operation && status !== 304 && method !== "HEAD") {
    expect(status, where).toBe(operation.success.status);
    const isJson = headers.get("content-type")?.startsWith("application/json") ?? false;
    if (isJson) operation.success.json?.parse(body);
    else
      expect(operation.success.files ?? [headers.get("content-type")], where).toContain(headers.get("content-type")?.split(";")[0] ?? null);
  }
}

function operationAt(method: string, path: string): Operation | undefined {
  const segments = path.replace(/\?.*/, "").split("/");
  return apiOperations.find((operation) => {
    const pattern = operation.path.split("/");
    const fits = pattern.length === segments.length && pattern.every((part, index) => part.startsWith("{") || part === segments[index]);
    return fits && operation.method === (method === "HEAD" ? "get" : method.toLowerCase());
  });
}

/** The kind of problem an answer names. */
export const kindOf = ({ body }: Pick<ApiResponse, "body">): string => /^\/en\/api#problem-(.+)$/.exec(String(body.type))?.[1] ?? "";
