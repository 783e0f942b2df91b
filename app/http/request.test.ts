import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { editable, readable, readForm, refusal, localeFor, type RefusalCode } from "./request";

const request = (init: RequestInit = {}, path = "/") => new Request(`http://localhost${path}`, { method: "POST", ...init });

it.each<[RefusalCode, number]>([
  ["not-found", 404],
  ["no-access", 404],
  ["read-only", 403],
  ["bad-request", 400],
])("refuses %s with %i and the code for the page that explains it", async (code, status) => {
  const response = refusal(code);
  expect(response.status).toBe(status);
  expect(await response.text()).toBe(code);
});

describe("the body of a form", () => {
  it("is read in both ways in which forms are sent", async () => {
    const form = new FormData();
    form.set("name", "Größe & Co");
    expect((await readForm(request({ body: form }))).get("name")).toBe("Größe & Co");
    expect((await readForm(request({ body: new URLSearchParams({ name: "Größe & Co" }) }))).get("name")).toBe("Größe & Co");
    const headers = { "Content-Type": "Application/X-WWW-Form-Urlencoded; charset=UTF-8" };
    expect((await readForm(request({ body: "name=a", headers }))).get("name")).toBe("a");
  });

  it.each<[string, string | undefined, string | undefined]>([
    ["JSON", "application/json", "{}"],
    ["text", "text/plain", "name=a"],
    ["a type that only begins like a form", "multipart/form-dataset", "name=a"],
    ["a body of no type", "", "name=a"],
    ["multipart without a boundary", "multipart/form-data", "name=a"],
    ["multipart that breaks off", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\na'],
    ["multipart without a part", "multipart/form-data; boundary=x", "garbage"],
    ["nothing", undefined, undefined],
  ])("is refused where it is %s", async (_what, type, body) => {
    const headers: HeadersInit = type === undefined ? {} : { "Content-Type": type };
    const refused: unknown = await readForm(request({ body, headers })).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(400);
  });
});

describe("the assessment that an address names", () => {
  /** A visitor with these rights to the assessment "mine". */
  const args = (id: string | undefined, rights: { read?: boolean; edit?: boolean }) => {
    const give = (right: boolean | undefined) => (asked: string) => Promise.resolve(right && asked === "mine" ? { id: asked } : null);
    return {
      request: request(),
      params: { id },
      context: { visitor: { read: give(rights.read), edit: give(rights.edit) } } as unknown as AppLoadContext,
    };
  };
  const statusOf = (opening: Promise<unknown>) => opening.then(() => 200, (error: unknown) => (error as Response).status); // prettier-ignore

  it.each([
    ["a stranger", {}, 404, 404],
    ["a reader", { read: true }, 200, 403],
    ["an editor", { read: true, edit: true }, 200, 200],
  ])("for %s", async (_who, rights, read, edit) => {
    expect(await statusOf(readable(args("mine", rights)))).toBe(read);
    expect(await statusOf(editable(args("mine", rights)))).toBe(edit);
    for (const id of ["other", "", undefined]) {
      expect(await statusOf(readable(args(id, rights)))).toBe(404);
      expect(await statusOf(editable(args(id, rights)))).toBe(404);
    }
  });
});

it.each([
  ["/", "de"],
  ["/start", "de"],
  ["/english", "de"],
  ["/start/en", "de"],
  ["/en", "en"],
  ["/en/", "en"],
  ["/en.data", "en"],
  ["/en/assessments/x?a=b", "en"],
])("the page %s speaks %s", (path, language) => {
  expect(localeFor(request({}, path)).language).toBe(language);
});
